using System.Collections.Immutable;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Finds words and word pairs that alone decide a label, and look like a trace of how texts were collected.</summary>
/// <remarks>
/// At least 98 % of an n-gram's texts must have the label, so many that chance is ruled out. A word of the topic may do that too. Hence an
/// n-gram counts only if it has a digit or belongs to a web address and occurs in at least 5 % of the label's texts, or if it occurs in at
/// least 80 % of them.
/// </remarks>
internal static class LeakSearch
{
    private const int FewestTexts = 10;
    private const double LeastPrecision = 0.98;
    private const double LeastCoverage = 0.8;
    private const double LeastCoverageOfTrace = 0.05;
    private const double MostChance = 1e-6;
    private const double SameTexts = 0.95;

    private static readonly ImmutableArray<string> _address = ["http", "https", "www", "@"];

    public static ImmutableArray<LabelLeak> Find(AuditedTexts texts, NgramFeatures features, NaiveBayes counts)
    {
        List<(int Feature, int Label, int Count, int Others)> found = [];
        for (int feature = 0; feature < features.FeatureCount; feature++)
        {
            int all = counts.TextCountOf(feature);
            if (all < FewestTexts) continue;
            foreach ((int label, int count) in counts.CountsOf(feature))
            {
                if (count < FewestTexts || count < LeastPrecision * all) continue;
                double coverage = (double)count / texts.TextCounts[label];
                double chance = Math.Pow((double)texts.TextCounts[label] / texts.Count, count);
                if (chance > MostChance || coverage < LeastCoverageOfTrace) continue;
                if (coverage >= LeastCoverage || IsTrace(texts, features.WordsOf(feature))) found.Add((feature, label, count, all - count));
            }
        }

        HashSet<(int Word, int Label)> covered = [];
        foreach ((int Feature, int Label, int Count, int Others) pair in found)
        {
            (int first, int second) = features.WordsOf(pair.Feature);
            if (second < 0) continue;
            foreach ((int feature, int label, int count, _) in found)
            {
                (int one, int next) = features.WordsOf(feature);
                if (next < 0 && label == pair.Label && (one == first || one == second) && pair.Count >= SameTexts * count)
                    covered.Add((one, label));
            }
        }

        return
        [
            .. found.Where(IsShown).OrderByDescending(one => one.Count).ThenBy(one => one.Feature).Select(one => new LabelLeak(
                Written(texts, features.WordsOf(one.Feature)), texts.Labels.Labels[one.Label], one.Count, one.Others,
                (double)one.Count / texts.TextCounts[one.Label])),
        ];

        bool IsShown((int Feature, int Label, int Count, int Others) one)
        {
            (int first, int second) = features.WordsOf(one.Feature);
            return second >= 0 ? IsNews(one) : !covered.Contains((first, one.Label));
        }

        // a pair is no news if one of its words alone decides in more texts
        bool IsNews((int Feature, int Label, int Count, int Others) pair)
        {
            (int first, int second) = features.WordsOf(pair.Feature);
            return !found.Any(word => features.WordsOf(word.Feature) is { Second: < 0, First: var one }
                && (one == first || one == second) && word.Label == pair.Label && pair.Count < SameTexts * word.Count);
        }
    }

    private static bool IsTrace(AuditedTexts texts, (int First, int Second) words) =>
        IsTrace(texts.Vocabulary[words.First]) || (words.Second >= 0 && IsTrace(texts.Vocabulary[words.Second]));

    private static bool IsTrace(string word) => word.Any(char.IsDigit) || _address.Contains(word);

    private static string Written(AuditedTexts texts, (int First, int Second) words) =>
        words.Second < 0 ? texts.Vocabulary[words.First] : $"{texts.Vocabulary[words.First]} {texts.Vocabulary[words.Second]}";
}
