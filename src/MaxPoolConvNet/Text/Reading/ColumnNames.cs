namespace MaxPoolConvNet.Text;

/// <summary>The usual names of columns, and the options that name others.</summary>
internal static class ColumnNames
{
    public const string LabelOption = nameof(LabeledTextFileOptions.LabelColumns);
    public const string TextOption = nameof(LabeledTextFileOptions.TextColumns);

    private static readonly string[] _labels = ["label", "category", "class", "sentiment", "target", "labels"];
    private static readonly string[] _texts = ["text", "review", "sentence", "content", "message"];
    private static readonly string[] _others = ["comment", "tweet", "body", "title", "description", "id"];

    /// <summary>Names of the label's column.</summary>
    public static IReadOnlyList<string> Labels => _labels;

    /// <summary>Names of the text's column.</summary>
    public static IReadOnlyList<string> Texts => _texts;

    /// <summary>Names that a header may have, those of other columns too.</summary>
    public static IEnumerable<string> All => [.. _labels, .. _texts, .. _others];

    /// <summary>Whether any is one of a label or a text.</summary>
    public static bool AreIn(string[] names) =>
        names.Any(name => _texts.Contains(name, StringComparer.OrdinalIgnoreCase) || _labels.Contains(name, StringComparer.OrdinalIgnoreCase));
}
