using System.Globalization;

namespace MaxPoolConvNet.Text;

/// <summary>Checks whether the labels of a file look like labels.</summary>
internal static class LabelDoubt
{
    private const int LeastTexts = 10;
    private const int WordsOfSentence = 6;

    /// <summary>Why they don't look like labels; null if there is no doubt.</summary>
    public static string? Of(IReadOnlyList<LabeledText> texts)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (LabeledText text in texts)
        {
            foreach (string? label in text.Labels)
            {
                if (label is not null) counts[label] = counts.GetValueOrDefault(label) + 1;
            }
        }

        if (Reason(texts, counts) is not { } reason) return null;
        string shown = string.Join(", ", counts.Keys.Take(3).Select(Shown));
        return $"these don't look like labels: {shown}{(counts.Count > 3 ? ", …" : "")}; {reason}";
    }

    private static string? Reason(IReadOnlyList<LabeledText> texts, Dictionary<string, int> counts)
    {
        if (texts.Count < LeastTexts) return null;
        int once = counts.Values.Count(count => count == 1);
        if (once > texts.Count / 2)
            return string.Create(CultureInfo.InvariantCulture, $"{once} of {texts.Count} texts have a label that no other has");
        // the fields of an object in YAML begin with a dash
        if (counts.Keys.All(label => ColumnNames.All.Contains(label.TrimStart(['-', ' ']), StringComparer.OrdinalIgnoreCase)))
            return "they look like names of columns";
        if (counts.Keys.Any(label => label is ['"', _, .., '"']) || counts.Keys.All(label => label is ['\'', _, .., '\'']))
            return "they have quotes around them";
        if (Most(counts.Keys, IsPieceOfJson)) return "they look like pieces of JSON";
        if (Most(counts.Keys, label => label.Count(' '.Equals) >= WordsOfSentence - 1)) return "they look like sentences";
        if (counts.Count > LeastTexts && Most(counts.Keys, IsDecimal))
            return string.Create(CultureInfo.InvariantCulture, $"they are {counts.Count} different decimals");
        if (GluedLabels.Beginnings(counts, texts) is { Length: > 0 } beginnings)
            return $"they look like {string.Join(", ", beginnings.Take(3).Select(Shown))} without a space before the text's first word";
        return SeparatorIn(counts) is { } separator ? $"they look like several labels with '{separator}' between them" : null;
    }

    private static bool Most(Dictionary<string, int>.KeyCollection labels, Func<string, bool> holds) =>
        labels.Count(holds) * 2 > labels.Count;

    private static bool IsPieceOfJson(string label) =>
        label[0] is '{' or '}'
        || label.StartsWith("[{", StringComparison.Ordinal)
        || label.StartsWith("[\"", StringComparison.Ordinal)
        || label.StartsWith("['", StringComparison.Ordinal);

    private static bool IsDecimal(string label) =>
        label.Contains('.', StringComparison.Ordinal) && double.TryParse(label, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    /// <summary>The separator that splits the labels into fewer different labels; null if there is none.</summary>
    private static char? SeparatorIn(Dictionary<string, int> counts)
    {
        foreach (char separator in "|;,")
        {
            string[] combined = [.. counts.Keys.Where(label => label.Contains(separator, StringComparison.Ordinal))];
            if (combined.Length == 0) continue;
            string[] pieces = [.. counts.Keys.SelectMany(label => label.Split(separator, StringSplitOptions.TrimEntries)).Distinct()];
            if (pieces.Length < counts.Count) return separator;
        }

        return null;
    }

    private static string Shown(string label) => $"\"{(label.Length > 40 ? label[..40] + "…" : label)}\"";
}
