namespace MaxPoolConvNet.Text;

/// <summary>
/// Finds labels that run into the first words of their texts, such as <c>__label__negfood was bad</c>: a few beginnings and a word of the
/// texts behind each make up almost all labels.
/// </summary>
internal static class GluedLabels
{
    private const int LeastLabels = 10;
    private const int LabelsPerBeginning = 5;
    private const int WordsPerBeginning = 3;
    private const double Share = 0.9;

    /// <summary>The beginnings, which may be the labels that were meant; none where labels don't look like that.</summary>
    public static string[] Beginnings(IReadOnlyDictionary<string, int> counts, IReadOnlyList<LabeledText> texts)
    {
        // first words are many and mostly rare: other labels aren't looked into
        if (counts.Count < LeastLabels || counts.Values.Count(count => count <= 2) * 4 < counts.Count) return [];
        HashSet<string> words = WordsOf(texts);
        var labelsOf = new Dictionary<string, List<string>>(StringComparer.Ordinal);
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

        return Cover([.. counts.Keys], labelsOf);
    }

    private static string[] Cover(HashSet<string> labels, Dictionary<string, List<string>> labelsOf)
    {
        int most = Math.Max(2, labels.Count / LabelsPerBeginning);
        double rest = labels.Count * (1 - Share);
        List<string> found = [];
        while (labels.Count > rest)
        {
            if (found.Count == most) return [];
            (string best, int its) = labelsOf
                .Select(one => (one.Key, one.Value.Count(labels.Contains)))
                .OrderByDescending(one => one.Item2).ThenByDescending(one => one.Key.Length).FirstOrDefault();
            if (its < WordsPerBeginning) return [];
            found.Add(best);
            labels.ExceptWith(labelsOf[best]);
        }

        return [.. found];
    }

    private static HashSet<string> WordsOf(IReadOnlyList<LabeledText> texts)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (LabeledText text in texts)
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
