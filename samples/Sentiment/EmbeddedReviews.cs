using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Samples.Sentiment;

/// <summary>Short English reviews from many domains, written for this sample.</summary>
internal static class EmbeddedReviews
{
    public static IReadOnlyList<LabeledText> Read()
    {
        using Stream reviews = typeof(EmbeddedReviews).Assembly.GetManifestResourceStream("reviews.tsv")!;
        return [.. LabeledTextFile.Read(reviews, "reviews.tsv")];
    }
}
