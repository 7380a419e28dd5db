using System.Text.Json.Nodes;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>Labeled texts, and the form in which they were read.</summary>
/// <param name="texts">The texts.</param>
/// <param name="table">The kind of a binary table, such as <c>Parquet</c>; null for a text file.</param>
internal sealed class ReadForm(LabeledTexts texts, string? table)
{
    /// <summary>Whether the file is an Excel or Parquet table.</summary>
    public bool IsTable => table is not null;

    /// <summary>The texts.</summary>
    public LabeledTexts Texts => texts;

    /// <summary>The form in words, such as <c>tab-separated, no header, label column 1, text column 2, UTF-8</c>.</summary>
    public string Form => table is null ? $"{texts.Form}" : OfTable(table, $"{texts.Form}");

    /// <summary>The form and the counts, such as <c>36 texts, 2 labels: neg 18, pos 18</c>.</summary>
    public override string ToString()
    {
        var labels = new LabelTable(texts);
        string skipped = texts.SkippedCount == 0 ? "" : FormattableString.Invariant($" ({texts.SkippedCount} without a text skipped)");
        string count = labels.Counts.Count == 1 ? "label" : "labels";
        return FormattableString.Invariant($"{Form}, {texts.Count} texts{skipped}, {labels.Counts.Count} {count}: {labels}");
    }

    public JsonObject ToJson() => new()
    {
        ["format"] = table ?? texts.Form.Format.ToString(),
        ["separator"] = table is null ? texts.Form.Separator?.ToString() : null,
        ["header"] = texts.Form.HasHeader,
        ["labelColumns"] = new JsonArray([.. texts.Form.LabelColumns.Select(column => JsonValue.Create(column))]),
        ["textColumns"] = new JsonArray([.. texts.Form.TextColumns.Select(column => JsonValue.Create(column))]),
        ["encoding"] = texts.Form.Encoding,
        ["texts"] = texts.Count,
        ["skippedTexts"] = texts.SkippedCount,
    };

    /// <summary>
    /// The form without the separator, its first entry, and the encoding, its last; for Parquet, whose columns always have names, also
    /// without the header.
    /// </summary>
    private static string OfTable(string table, string csv)
    {
        int begin = csv.IndexOf(',', StringComparison.Ordinal);
        if (table == ParquetRows.Form) begin = csv.IndexOf(',', begin + 1);
        return string.Concat(table, csv.AsSpan()[begin..csv.LastIndexOf(',')]);
    }
}
