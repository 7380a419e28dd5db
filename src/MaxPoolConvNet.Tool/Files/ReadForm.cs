using System.Text.Json.Nodes;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>The form that a file of labelled texts was read in, for people and for programs.</summary>
/// <param name="texts">The texts.</param>
internal sealed class ReadForm(LabeledTexts texts)
{
    /// <summary>Such as <c>tab-separated, no header, label column 1, text column 2, UTF-8, 36 texts, 2 labels: neg 18, pos 18</c>.</summary>
    public override string ToString()
    {
        var labels = new LabelTable(texts);
        string skipped = texts.SkippedCount == 0 ? "" : FormattableString.Invariant($" ({texts.SkippedCount} without a text are left out)");
        string count = labels.Counts.Count == 1 ? "label" : "labels";
        return FormattableString.Invariant($"{texts.Form}, {texts.Count} texts{skipped}, {labels.Counts.Count} {count}: {labels}");
    }

    public JsonObject ToJson() => new()
    {
        ["format"] = texts.Form.Format.ToString(),
        ["separator"] = texts.Form.Separator?.ToString(),
        ["header"] = texts.Form.HasHeader,
        ["labelColumns"] = new JsonArray([.. texts.Form.LabelColumns.Select(column => JsonValue.Create(column))]),
        ["textColumns"] = new JsonArray([.. texts.Form.TextColumns.Select(column => JsonValue.Create(column))]),
        ["encoding"] = texts.Form.Encoding,
        ["texts"] = texts.Count,
        ["skippedTexts"] = texts.SkippedCount,
    };
}
