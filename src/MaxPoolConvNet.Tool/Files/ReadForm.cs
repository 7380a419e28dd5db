using System.Text.Json.Nodes;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>The labelled texts of a file, and the form that they were read in, for people and for programs.</summary>
/// <param name="texts">The texts.</param>
/// <param name="table">What a table that isn't text is, such as <c>Parquet</c>; null for text.</param>
internal sealed class ReadForm(LabeledTexts texts, string? table)
{
    /// <summary>The texts.</summary>
    public LabeledTexts Texts => texts;

    /// <summary>Such as <c>tab-separated, no header, label column 1, text column 2, UTF-8</c>.</summary>
    public string Form => table is null ? $"{texts.Form}" : OfTable(table, $"{texts.Form}");

    /// <summary>The form, and such as <c>36 texts, 2 labels: neg 18, pos 18</c>.</summary>
    public override string ToString()
    {
        var labels = new LabelTable(texts);
        string skipped = texts.SkippedCount == 0 ? "" : FormattableString.Invariant($" ({texts.SkippedCount} without a text are left out)");
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

    /// <summary>The form without what is so of CSV alone: its separator, the first, and its encoding, the last; Parquet always names its columns.</summary>
    private static string OfTable(string table, string csv)
    {
        int begin = csv.IndexOf(',', StringComparison.Ordinal);
        if (table == ParquetRows.Form) begin = csv.IndexOf(',', begin + 1);
        return string.Concat(table, csv.AsSpan()[begin..csv.LastIndexOf(',')]);
    }
}
