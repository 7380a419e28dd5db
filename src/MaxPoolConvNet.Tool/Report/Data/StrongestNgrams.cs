using System.Collections.Immutable;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Report.Data;

/// <summary>What speaks most for each label.</summary>
/// <param name="TextCount">Texts that the n-grams are taken from.</param>
/// <param name="AllTexts">Texts that there were to choose from.</param>
/// <param name="Labels">N-grams of each label, the strongest first.</param>
internal sealed record StrongestNgrams(int TextCount, int AllTexts, ImmutableArray<LabelNgrams> Labels)
{
    /// <summary>N-grams that decided in fewer texts may have had their share by chance: they are shown only where there are no others.</summary>
    public const int FewestTexts = 3;

    private const int MostTexts = 4_000;
    private const int MostConsidered = 100_000;

    public static StrongestNgrams Of(TextClassifier classifier, IReadOnlyList<LabeledText> texts)
    {
        // evenly spread: files are often sorted by label
        int count = Math.Min(texts.Count, MostTexts);
        IEnumerable<string> spread = Enumerable.Range(0, count).Select(t => texts[(int)((long)t * texts.Count / count)].Text);
        int considered = Math.Clamp(MostConsidered / classifier.Labels.Length, 20, 500);
        NgramReport report = classifier.FindNgrams(spread, new NgramOptions { PerLabel = considered, PerFilter = 1 });
        int shown = classifier.Labels.Length <= 20 ? 8 : 5;
        return new StrongestNgrams(count, texts.Count, [.. report.Labels.Select(label => label with { Ngrams = Strongest(label.Ngrams, shown) })]);
    }

    /// <summary>Words that filters of several widths found count once.</summary>
    public static ImmutableArray<LabelNgram> Strongest(ImmutableArray<LabelNgram> ngrams, int most)
    {
        LabelNgram[] usual = [.. ngrams.Where(ngram => ngram.Texts >= FewestTexts)];
        return [.. (usual.Length > 0 ? usual : ngrams.AsEnumerable()).DistinctBy(ngram => ngram.Text, StringComparer.Ordinal).Take(most)];
    }
}
