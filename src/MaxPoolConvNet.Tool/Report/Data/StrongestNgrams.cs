using System.Collections.Immutable;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Report.Data;

/// <summary>The n-grams that support each label most.</summary>
/// <param name="TextCount">The number of texts that were searched.</param>
/// <param name="AllTexts">The number of all texts.</param>
/// <param name="Labels">The n-grams of each label, the strongest first.</param>
internal sealed record StrongestNgrams(int TextCount, int AllTexts, ImmutableArray<LabelCard> Labels)
{
    private const int MostTexts = 4_000;

    /// <summary>Filters of several widths may find the same words, which are shown once.</summary>
    private const int Repetitions = 4;

    /// <summary>Whether n-grams may contain subwords.</summary>
    public required bool HaveSubwords { get; init; }

    public static StrongestNgrams Of(TextClassifier classifier, IReadOnlyList<LabeledText> texts)
    {
        // evenly spaced, since files are often sorted by label
        int count = Math.Min(texts.Count, MostTexts);
        IEnumerable<string> spread = Enumerable.Range(0, count).Select(t => texts[(int)((long)t * texts.Count / count)].Text);
        int shown = classifier.Labels.Length <= 20 ? 8 : 5;
        NgramReport report = classifier.FindNgrams(spread, new NgramOptions { PerLabel = Repetitions * shown, PerFilter = 1 });
        ImmutableArray<LabelCard> labels =
            [.. report.Labels.Select(label => new LabelCard(label.Label, Distinct(label.Ngrams.Select(ShownNgram.Of), shown)))];
        return new StrongestNgrams(count, texts.Count, labels)
        {
            HaveSubwords = classifier.Tokenizer is SubwordTokenizer,
        };
    }

    public static ImmutableArray<ShownNgram> Distinct(IEnumerable<ShownNgram> ngrams, int most) =>
        [.. ngrams.DistinctBy(ngram => ngram.Text, StringComparer.Ordinal).Take(most)];
}
