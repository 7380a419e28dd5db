using System.Text.Json.Nodes;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Storage;

/// <summary>The facts about the filters of one width that their tensors don't contain.</summary>
/// <param name="Width">k, in words.</param>
/// <param name="Padding">How a text is padded.</param>
internal readonly record struct BankShape(int Width, Padding Padding)
{
    public JsonNode ToJson() => new JsonObject { ["width"] = Width, ["padding"] = Padding.ToString() };

    public static BankShape Of(JsonFields fields) => new(fields.Integer("width"), fields.Enumeration<Padding>("padding"));
}
