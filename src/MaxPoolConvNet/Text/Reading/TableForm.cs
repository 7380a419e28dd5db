namespace MaxPoolConvNet.Text;

/// <summary>The detected form of a table.</summary>
/// <param name="Separator">The character that separates fields.</param>
/// <param name="Quotes">Whether fields may be quoted.</param>
/// <param name="HasHeader">Whether the first row is a header.</param>
/// <param name="TakesRest">Whether separators in the last field are part of it.</param>
/// <param name="Columns">The columns of labels and text.</param>
internal sealed record TableForm(char Separator, bool Quotes, bool HasHeader, bool TakesRest, TableColumns Columns)
{
    public CsvRecord NewRecord() => new(Separator, Quotes, TakesRest ? Columns.Names.Length : int.MaxValue);

    public TextFileForm ToPublic(string encoding) =>
        new(Separator == '\t' && !Quotes ? LabeledTextFormat.TabSeparated : LabeledTextFormat.Csv, encoding)
        {
            Separator = Separator,
            HasHeader = HasHeader,
            LabelColumns = [.. Columns.Labels.Select(column => Columns.Names[column])],
            TextColumns = [.. Columns.Texts.Select(column => Columns.Names[column])],
        };
}
