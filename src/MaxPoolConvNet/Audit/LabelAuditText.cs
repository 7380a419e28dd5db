using System.Globalization;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Formats a report for people.</summary>
internal static class LabelAuditText
{
    private const int MostShown = 3;

    /// <summary>One line per kind of finding.</summary>
    public static string Of(LabelAuditReport report)
    {
        int exact = report.NearDuplicates.Count(pair => pair.IsExact);
        FormattableString[] lines =
        [
            $"{report.TextCount} texts, {report.Labels.Length} labels; other texts agree with {report.Accuracy:P1} of the labels",
            $"labels to check: {report.Suspects.Length} ({(double)report.Suspects.Length / report.TextCount:P1} of the texts)",
            $"same text, different labels: {report.ConflictingDuplicates.Length}",
            $"near-duplicates: {report.NearDuplicates.Length}, {exact} of them with the same words",
            $"labels hard to distinguish: {Shown(report.ConfusablePairs, pair => $"{pair.First} / {pair.Second}")}",
            $"labels with too few texts: {Shown(report.RareLabels, rare => Text($"{rare.Label} ({rare.TextCount})"))}{Helpful(report)}",
            $"unusual texts: {report.UnusualTexts.Length}{Kinds(report)}",
            $"n-grams that alone decide a label: {Shown(report.Leaks, leak => $"\"{leak.Ngram}\" ({leak.Label})")}",
        ];
        return string.Join(Environment.NewLine, lines.Select(line => SafeText.ForTerminal(Text(line))));
    }

    private static string Helpful(LabelAuditReport report) => report is { RareLabels.IsEmpty: false, HelpfulTextCount: { } texts }
        ? Text($"; about {texts} texts make a label nearly as accurate as the most frequent ones")
        : "";

    private static string Kinds(LabelAuditReport report)
    {
        IEnumerable<KeyValuePair<UnusualKind, int>> counts = report.UnusualTexts.CountBy(text => text.Kind).OrderBy(kind => kind.Key);
        string[] kinds = [.. counts.Select(kind => Text($"{kind.Value} {Name(kind.Key)}"))];
        return kinds.Length == 0 ? "" : $": {string.Join(", ", kinds)}";
    }

    private static string Name(UnusualKind kind) => kind switch
    {
        UnusualKind.NoKnownWord => "without a known word",
        UnusualKind.OtherScript => "in another script",
        UnusualKind.OtherLanguage => "in another language",
        UnusualKind.TooLong => "far too long",
        _ => "far too short",
    };

    private static string Shown<T>(IReadOnlyCollection<T> found, Func<T, string> shown)
    {
        if (found.Count == 0) return "0";
        string more = found.Count > MostShown ? ", …" : "";
        return Text($"{found.Count}: {string.Join(", ", found.Take(MostShown).Select(shown))}{more}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
