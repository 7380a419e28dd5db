using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.WebDemo.Tests;

/// <summary>The reviews inside the app.</summary>
internal static class Reviews
{
    public static IReadOnlyList<LabeledText> All { get; } = Read();

    /// <summary>A label that a review doesn't have.</summary>
    public static string Other(string label) => label == "positive" ? "negative" : "positive";

    private static IReadOnlyList<LabeledText> Read()
    {
        using Stream reviews = typeof(Reviews).Assembly.GetManifestResourceStream("reviews.tsv")!;
        return [.. LabeledTextFile.ReadAll(reviews, "reviews.tsv")];
    }
}
