using System.Text;
using MaxPoolConvNet;
using MaxPoolConvNet.Text;

namespace Guides;

/// <summary>The files that the pages' code reads, written to the current folder: some of the sample's reviews in several forms, and tickets.</summary>
internal static class ExampleFiles
{
    private const int ReviewCount = 1_600;

    public static void Write()
    {
        using Stream stream = typeof(ExampleFiles).Assembly.GetManifestResourceStream("reviews.tsv")!;
        LabeledText[] all = [.. LabeledTextFile.Read(stream, "reviews.tsv")];
        LabeledText[] reviews = all[..ReviewCount];
        File.WriteAllLines("reviews.csv", ["sentiment,review", .. reviews.Select(review => $"{review.Label},{Quoted(review.Text)}")]);
        File.WriteAllLines("collected.csv", ["label,text", .. Collected(reviews)]);
        File.WriteAllLines("survey.csv", ["id,verdict,comment", .. reviews.Select((review, at) => $"{at},{review.Label},{Quoted(review.Text)}")]);
        File.WriteAllLines("new-reviews.tsv", all[ReviewCount..(ReviewCount + 200)].Select(review => $"{review.Label}\t{review.Text}"));
        File.WriteAllLines("messages.tsv", Messages(all));
        File.WriteAllLines("tickets.txt", Tickets.Create(count: 500));
        File.WriteAllText("vectors.txt", SmallVectors.Of(all), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        TextClassifier.Train(reviews).Save("reviews.safetensors");
    }

    /// <summary>One complaint in thirteen messages or so: all the praise, and a twelfth of the rest.</summary>
    private static IEnumerable<string> Messages(LabeledText[] reviews) => reviews
        .Where((review, at) => review.Label == "positive" || at % 12 == 0)
        .Select(review => $"{(review.Label == "positive" ? "other" : "complaint")}\t{review.Text}");

    /// <summary>Reviews of which one in forty has the wrong label, and some are there twice.</summary>
    private static IEnumerable<string> Collected(LabeledText[] reviews) =>
        from at in Enumerable.Range(0, reviews.Length).Concat(Enumerable.Range(100, 8))
        let review = reviews[at]
        let isFlipped = at % 40 == 7
        let label = isFlipped == (review.Label == "negative") ? "positive" : "negative"
        select $"{label},{Quoted(review.Text)}";

    private static string Quoted(string field) => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
