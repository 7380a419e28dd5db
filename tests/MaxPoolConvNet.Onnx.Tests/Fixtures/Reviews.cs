using MaxPoolConvNet.Tests.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Onnx.Tests;

/// <summary>Reviews, and generated texts in many scripts: some to train on, others to predict.</summary>
internal static class Reviews
{
    private static readonly LabeledText[] _reviews = Read();

    /// <summary>400 reviews and 100 generated texts, of two labels.</summary>
    public static LabeledText[] Training { get; } =
    [
        .. _reviews[..400],
        .. ManyScripts.Texts.Take(100).Index().Select(text => new LabeledText(text.Index % 2 == 0 ? "negative" : "positive", text.Item)),
    ];

    /// <summary>The same texts with labels by their length: five that exclude each other.</summary>
    public static LabeledText[] ByLength { get; } = [.. Training.Select(text => new LabeledText($"length {text.Text.Length / 12 % 5}", text.Text))];

    /// <summary>The same texts with any number of labels.</summary>
    public static LabeledText[] Tagged { get; } = [.. Training.Select(text => new LabeledText([.. Tags(text)], text.Text))];

    /// <summary>Texts to predict: 1,000 reviews, generated texts, known and unknown words, empty and long ones.</summary>
    public static string[] Unseen { get; } =
    [
        .. _reviews[400..1_400].Select(text => text.Text),
        .. ManyScripts.Texts.Skip(50).Take(150),
        "", " ", "battery", "xyzzy", "xyzzy plugh", "xyzzy battery plugh screen xyzzy", "not good", "<unk>",
        string.Concat(Enumerable.Repeat("not good ", 150)),
    ];

    private static IEnumerable<string> Tags(LabeledText text)
    {
        if (text.Text.Contains("battery", StringComparison.Ordinal)) yield return "battery";
        if (text.Text.Contains("screen", StringComparison.Ordinal)) yield return "screen";
        if (text.Text.Length > 80) yield return "long, very";
    }

    private static LabeledText[] Read()
    {
        using Stream stream = typeof(Reviews).Assembly.GetManifestResourceStream("reviews.tsv")!;
        return [.. LabeledTextFile.Read(stream, "reviews.tsv")];
    }
}
