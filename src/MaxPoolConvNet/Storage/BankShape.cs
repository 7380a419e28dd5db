using System.Text.Json.Nodes;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Storage;

/// <summary>What the tensors of the filters of one width don't say themselves.</summary>
/// <param name="Width">k, in words.</param>
/// <param name="Padding">How a text is filled up.</param>
internal readonly record struct BankShape(int Width, Padding Padding)
{
    public JsonNode ToJson() => new JsonObject { ["width"] = Width, ["padding"] = Padding.ToString() };

    public static BankShape Of(JsonFields fields) => new(fields.Integer("width"), fields.Enumeration<Padding>("padding"));
}
