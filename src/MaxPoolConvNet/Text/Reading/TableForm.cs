namespace MaxPoolConvNet.Text;

/// <summary>The form of a table that has been found.</summary>
/// <param name="Separator">What stands between two fields.</param>
/// <param name="Quotes">Whether fields may stand in quotes.</param>
/// <param name="HasHeader">Whether the first row names the columns.</param>
/// <param name="TakesRest">Whether separators in the last field belong to it.</param>
/// <param name="Columns">Which column is which.</param>
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
