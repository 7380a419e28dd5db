using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.WebDemo.Tests;

/// <summary>The reviews inside the app.</summary>
internal static class Reviews
{
    public static IReadOnlyList<LabeledText> All { get; } = Read();

    /// <summary>A label that a review doesn't have.</summary>
    public static string Other(string label) => label == "positive" ? "negative" : "positive";

    /// <summary>Writes the first reviews into a file.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="count">The number of reviews.</param>
    /// <param name="labelOf">The label of a review by its index and its label; null for its own.</param>
    /// <returns>The path.</returns>
    public static string WriteTo(TestFolder folder, int count, Func<int, string, string>? labelOf = null)
    {
        string path = Path.Combine(folder.Path, "texts.tsv");
        File.WriteAllLines(path, All.Take(count).Select((review, i) => $"{labelOf?.Invoke(i, review.Label) ?? review.Label}\t{review.Text}"));
        return path;
    }

    private static IReadOnlyList<LabeledText> Read()
    {
        using Stream reviews = typeof(Reviews).Assembly.GetManifestResourceStream("reviews.tsv")!;
        return [.. LabeledTextFile.ReadAll(reviews, "reviews.tsv")];
    }
}
