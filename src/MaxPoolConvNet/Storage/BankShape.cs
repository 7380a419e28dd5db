using System.Text.Json.Nodes;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Storage;

/// <summary>The facts about the filters of one width that their tensors don't contain.</summary>
internal readonly struct BankShape(int width, Padding padding, int? quantizedWords)
{
    /// <summary>k, in words.</summary>
    public int Width { get; } = width;

    /// <summary>How a text is padded.</summary>
    public Padding Padding { get; } = padding;

    /// <summary>S, of filters in 8 bits, whose tensors don't show it; null for others.</summary>
    public int? QuantizedWords { get; } = quantizedWords;

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
