using System.Text.Json.Serialization;

namespace MaxPoolConvNet.Benchmarks.Serving;

/// <summary>The JSON of requests and responses, generated at compile time.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Question))]
[JsonSerializable(typeof(Answer))]
internal sealed partial class LoadJson : JsonSerializerContext;
