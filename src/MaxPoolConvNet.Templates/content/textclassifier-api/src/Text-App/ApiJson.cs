using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Json;

namespace Text_App;

/// <summary>The JSON of requests and responses, generated at compile time.</summary>
[JsonSerializable(typeof(Ticket))]
[JsonSerializable(typeof(Answer))]
public sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>Uses the generated code. A request without a text is answered with status 400.</summary>
    public static void Configure(JsonOptions options)
    {
        options.SerializerOptions.TypeInfoResolverChain.Insert(0, Default);
        options.SerializerOptions.RespectNullableAnnotations = true;
        options.SerializerOptions.RespectRequiredConstructorParameters = true;
    }
}
