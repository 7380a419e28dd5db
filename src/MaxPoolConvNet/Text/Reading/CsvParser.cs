namespace MaxPoolConvNet.Text;

/// <summary>Comma-separated values with a header row.</summary>
internal sealed class CsvParser(ColumnChoice choice) : ILabeledTextParser
{
    private readonly LabelPool _labels = new();
    private readonly CsvRecord _record = new();
    private LabeledTextColumns? _columns;

    public bool IsWithinText => _record.IsOpen;

    public LabeledText? Parse(LineReader lines)
    {
        if (!_record.Add(lines)) return null;
        if (_columns is { } columns) return Parse(columns, lines);
        _columns = LabeledTextColumns.Find(Header(), choice, message => lines.Error(_record.Begin, message));
        return null;
    }

    public void End(LineReader lines) => _record.CheckClosed(lines);

    private string[] Header()
    {
        string[] header = new string[_record.Count];
        for (int column = 0; column < header.Length; column++)
            header[column] = new string(_record[column].Trim());
        return header;
    }

    private LabeledText Parse(LabeledTextColumns columns, LineReader lines)
    {
        if (_record.Count != columns.Count)
            throw lines.Error(_record.Begin, $"{_record.Count} fields, expected {columns.Count} as in the header");
        ReadOnlySpan<char> label = _record[columns.Label].Trim();
        if (label.IsEmpty) throw lines.Error(_record.Begin, "no label");
        return new LabeledText(_labels.Get(label), new string(_record[columns.Text].Trim()));
    }
}
