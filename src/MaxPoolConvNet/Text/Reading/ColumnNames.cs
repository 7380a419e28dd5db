namespace MaxPoolConvNet.Text;

/// <summary>The usual names of columns, and the names of the options that set others.</summary>
internal static class ColumnNames
{
    public const string LabelOption = nameof(LabeledTextFileOptions.LabelColumns);
    public const string TextOption = nameof(LabeledTextFileOptions.TextColumns);

    private static readonly string[] _labels = ["label", "category", "class", "sentiment", "target", "labels"];
    private static readonly string[] _texts = ["text", "review", "sentence", "content", "message"];
    private static readonly string[] _others = ["comment", "tweet", "body", "title", "description", "id"];

    /// <summary>The usual names of the label column.</summary>
    public static IReadOnlyList<string> Labels => _labels;

    /// <summary>The usual names of the text column.</summary>
    public static IReadOnlyList<string> Texts => _texts;

    /// <summary>All usual names in a header, including those of other columns.</summary>
    public static IEnumerable<string> All => [.. _labels, .. _texts, .. _others];

    /// <summary>Whether any name is a usual name of a label or text column.</summary>
    public static bool AreIn(string[] names) => names.Any(IsLabelOrText);

    /// <summary>Whether a name is a usual name of a label or text column.</summary>
    public static bool IsLabelOrText(string name) =>
        _texts.Contains(name, StringComparer.OrdinalIgnoreCase) || _labels.Contains(name, StringComparer.OrdinalIgnoreCase);
}
