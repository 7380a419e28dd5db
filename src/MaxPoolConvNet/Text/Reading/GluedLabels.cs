namespace MaxPoolConvNet.Text;

/// <summary>
/// Detects labels that run into the first words of their texts, such as <c>__label__negfood was bad</c>: the labels of almost all texts
/// consist of one of a few beginnings and a word of the texts, and many labels are rare or many words follow several beginnings.
/// </summary>
internal static class GluedLabels
{
    private const int LeastLabels = 6;
    private const int MostTexts = 10_000;
    private const int MostBeginnings = 50;
    private const int LabelsPerBeginning = 5;
    private const int WordsPerBeginning = 3;
    private const double Share = 0.9;

    /// <summary>The beginnings, which may be the intended labels; empty if the labels don't look like that.</summary>
    public static string[] Beginnings(IReadOnlyDictionary<string, int> counts, IReadOnlyList<LabeledText> texts)
    {
        if (counts.Count < LeastLabels) return [];
        HashSet<string> words = WordsOf(texts);
        Dictionary<string, List<string>> labelsOf = [];
        foreach (string label in counts.Keys)
        {
            for (int end = 1; end < label.Length; end++)
            {
                if (!words.Contains(label[end..])) continue;
                string beginning = label[..end];
                if (!labelsOf.TryGetValue(beginning, out List<string>? its)) labelsOf[beginning] = its = [];
                its.Add(label);
            }
        }

        string[] found = Cover(counts, labelsOf);
        return AreRare(counts) || AreShared(found, labelsOf) ? found : [];
    }

    /// <summary>The fewest beginnings, by a greedy search, that cover almost all texts; empty if there are too many.</summary>
    private static string[] Cover(IReadOnlyDictionary<string, int> counts, Dictionary<string, List<string>> labelsOf)
    {
        HashSet<string> labels = [.. counts.Keys];
        int most = Math.Clamp(labels.Count / LabelsPerBeginning, 2, MostBeginnings);
        double rest = counts.Values.Sum();
        double end = rest * (1 - Share);
        List<string> found = [];
        while (rest > end)
        {
            string? best = labelsOf.Keys
                .Where(beginning => labelsOf[beginning].Count >= WordsPerBeginning)
                .OrderByDescending(TextsOf).ThenByDescending(beginning => beginning.Length).FirstOrDefault();
            if (found.Count == most || best is null || TextsOf(best) == 0) return [];
            found.Add(best);
            rest -= TextsOf(best);
            labels.ExceptWith(labelsOf[best]);
        }

        return [.. found];

        int TextsOf(string beginning) => labelsOf[beginning].Sum(label => labels.Contains(label) ? counts[label] : 0);
    }

    private static bool AreRare(IReadOnlyDictionary<string, int> counts) => counts.Values.Count(count => count <= 2) * 4 >= counts.Count;

    private static bool AreShared(string[] beginnings, Dictionary<string, List<string>> labelsOf)
    {
        IGrouping<string, string>[] words =
            [.. beginnings.SelectMany(beginning => labelsOf[beginning].Select(label => label[beginning.Length..])).GroupBy(word => word)];
        return words.Count(word => word.Count() > 1) * 2 > words.Length;
    }

    private static HashSet<string> WordsOf(IReadOnlyList<LabeledText> texts)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (LabeledText text in texts.Take(MostTexts))
        {
            ReadOnlySpan<char> rest = text.Text;
            while (!(rest = rest.TrimStart()).IsEmpty)
            {
                int end = SpaceSeparatedParser.WordEnd(rest);
                lookup.Add(rest[..end]);
                rest = rest[end..];
            }
        }

        return words;
    }
}
