namespace MaxPoolConvNet.Text;

/// <summary>The detected form of a table.</summary>
/// <param name="separator">The character that separates fields.</param>
/// <param name="quotes">Whether fields may be quoted.</param>
/// <param name="hasHeader">Whether the first row is a header.</param>
/// <param name="takesRest">Whether separators in the last field are part of it.</param>
/// <param name="columns">The columns of labels and text.</param>
internal sealed class TableForm(char separator, bool quotes, bool hasHeader, bool takesRest, TableColumns columns)
{
    public char Separator => separator;

    public bool Quotes => quotes;

    public bool HasHeader => hasHeader;

    public TableColumns Columns => columns;

    /// <summary>The number of rows above the header, such as a title.</summary>
    public int RowsAbove { get; init; }

    /// <summary>The number of rows without data at the begin: those above the header, and the header.</summary>
    public int FirstRows => RowsAbove + (hasHeader ? 1 : 0);

    public CsvRecord NewRecord() => new(separator, quotes, takesRest ? Columns.Names.Length : int.MaxValue);

    public TextFileForm ToPublic(string encoding) =>
        new(Separator == '\t' && !Quotes ? LabeledTextFormat.TabSeparated : LabeledTextFormat.Csv, encoding)
        {
            Separator = Separator,
            HasHeader = HasHeader,
            RowsAbove = RowsAbove,
            LabelColumns = [.. Columns.Labels.Select(column => Columns.Names[column])],
            TextColumns = [.. Columns.Texts.Select(column => Columns.Names[column])],
        };
}
