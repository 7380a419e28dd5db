using System.Globalization;

namespace MaxPoolConvNet.Text;

/// <summary>The form that a file was read in: what was said about it, and what was found where nothing was said.</summary>
/// <remarks>Immutable, so safe to share between threads.</remarks>
public sealed class TextFileForm
{
    internal TextFileForm(LabeledTextFormat format, string encoding)
    {
        Format = format;
        Encoding = encoding;
    }

    /// <summary>How the file writes its texts; never <see cref="LabeledTextFormat.Detect"/>.</summary>
    public LabeledTextFormat Format { get; }

    /// <summary>What stands between two fields of a table; <see langword="null"/> where the file isn't one.</summary>
    public char? Separator { get; internal init; }

    /// <summary>Whether the first row of a table names its columns.</summary>
    public bool HasHeader { get; internal init; }

    /// <summary>The names or, without a header, the numbers of the columns that hold labels, or the properties of JSON objects; empty in other forms.</summary>
    public IReadOnlyList<string> LabelColumns { get; internal init; } = [];

    /// <summary>The names or, without a header, the numbers of the columns that make up the text; empty in forms without columns.</summary>
    public IReadOnlyList<string> TextColumns { get; internal init; } = [];

    /// <summary>The name of its encoding.</summary>
    public string Encoding { get; }

    /// <summary>Such as <c>tab-separated, header, label column "label", text column "text", UTF-8</c>.</summary>
    /// <returns>One line.</returns>
    public override string ToString()
    {
        string kind = Format switch
        {
            LabeledTextFormat.SpaceSeparated => "label and text with a space between them",
            LabeledTextFormat.FastText => "fastText's __label__",
            LabeledTextFormat.Json => "JSON",
            LabeledTextFormat.Folder => "folder, one sub-folder per label",
            _ => Separators.FormOf(Separator ?? '\t'),
        };
        string header = Separator is null ? "" : HasHeader ? ", header" : ", no header";
        return $"{kind}{header}{Columns("label", LabelColumns)}{Columns("text", TextColumns)}, {Encoding}";
    }

    private string Columns(string what, IReadOnlyList<string> columns)
    {
        if (columns.Count == 0) return "";
        string shown = string.Join(", ", columns.Select(column => Separator is null || HasHeader ? $"\"{column.ReplaceLineEndings(" ")}\"" : column));
        return string.Create(CultureInfo.InvariantCulture, $", {what} column{(columns.Count == 1 ? "" : "s")} {shown}");
    }
}
