using System.Text.Json.Nodes;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Storage;

/// <summary>The facts about the filters of one width that their tensors don't contain.</summary>
/// <param name="Width">k, in words.</param>
/// <param name="Padding">How a text is padded.</param>
/// <param name="QuantizedWords">S, of filters in 8 bits, whose tensors don't show it; null for others.</param>
internal readonly record struct BankShape(int Width, Padding Padding, int? QuantizedWords)
{
    private const string Words = "words";

    public JsonNode ToJson()
    {
        var json = new JsonObject { ["width"] = Width, ["padding"] = Padding.ToString() };
        if (QuantizedWords is { } words) json[Words] = words;
        return json;
    }

    public static BankShape Of(JsonFields fields) => new(
        fields.Integer("width"),
        fields.Enumeration<Padding>("padding"),
        fields.Has(Words) ? fields.Integer(Words) : null);
}
