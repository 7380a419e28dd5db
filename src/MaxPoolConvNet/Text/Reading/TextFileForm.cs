using System.Globalization;

namespace MaxPoolConvNet.Text;

/// <summary>The form in which a file was read, as set by the options or detected.</summary>
/// <remarks>Thread safety: immutable, so any number of threads may share an instance.</remarks>
public sealed class TextFileForm
{
    internal TextFileForm(LabeledTextFormat format, string encoding)
    {
        Format = format;
        Encoding = encoding;
    }

    /// <summary>The format of the file; never <see cref="LabeledTextFormat.Detect"/>.</summary>
    public LabeledTextFormat Format { get; }

    /// <summary>The character that separates the fields of a table; <see langword="null"/> if the file isn't a table.</summary>
    public char? Separator { get; internal init; }

    /// <summary>Whether the first row of a table is a header.</summary>
    public bool HasHeader { get; internal init; }

    /// <summary>The names of the label columns, or of the label properties of JSON objects; empty in other formats.</summary>
    /// <remarks>Without a header, the names are the numbers of the columns, from 1.</remarks>
    public IReadOnlyList<string> LabelColumns { get; internal init; } = [];

    /// <summary>The names of the text columns, or of the text properties of JSON objects; empty in other formats.</summary>
    /// <remarks>Without a header, the names are the numbers of the columns, from 1.</remarks>
    public IReadOnlyList<string> TextColumns { get; internal init; } = [];

    /// <summary>The name of the encoding.</summary>
    public string Encoding { get; }

    /// <summary>The mark between label and text where spaces separate them, too; null if there is none.</summary>
    internal char? LabelMark { get; init; }

    /// <summary>The number of rows above the header of a table, such as a title, which are left out.</summary>
    internal int RowsAbove { get; init; }

    /// <summary>Formats the form as one line for display.</summary>
    /// <returns>A line such as <c>tab-separated, header, label column "label", text column "text", UTF-8</c>.</returns>
    public override string ToString()
    {
        string kind = Format switch
        {
            LabeledTextFormat.SpaceSeparated => LabelMark is { } mark
                ? $"label and text with {Separators.NameOf(mark)} and a space between them"
                : "label and text with a space between them",
            LabeledTextFormat.FastText => "fastText's __label__",
            LabeledTextFormat.Json => "JSON",
            LabeledTextFormat.Folder => "folder, one sub-folder per label",
            _ => Separators.FormOf(Separator ?? '\t'),
        };
        string above = RowsAbove == 0
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $" after {RowsAbove} other row{(RowsAbove == 1 ? "" : "s")}");
        string header = Separator is null ? "" : HasHeader ? $", header{above}" : ", no header";
        return $"{kind}{header}{Columns("label", LabelColumns)}{Columns("text", TextColumns)}, {Encoding}";
    }

    private string Columns(string what, IReadOnlyList<string> columns)
    {
        if (columns.Count == 0) return "";
        bool areNames = Separator is null || HasHeader;
        string shown = string.Join(", ", columns.Select(column => areNames ? $"\"{column.ReplaceLineEndings(" ")}\"" : column));
        return string.Create(CultureInfo.InvariantCulture, $", {what} column{(columns.Count == 1 ? "" : "s")} {shown}");
    }
}
