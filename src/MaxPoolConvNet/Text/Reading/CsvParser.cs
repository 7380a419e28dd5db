namespace MaxPoolConvNet.Text;

/// <summary>Comma-separated values with a header row.</summary>
internal sealed class CsvParser : ILabeledTextParser
{
    private readonly LabelPool _labels = new();
    private readonly CsvRecord _record = new();
    private readonly CsvColumns _columns;

    /// <summary>Takes the record that begins on the current line for the header.</summary>
    public CsvParser(LineReader lines, LabeledTextFileOptions options)
    {
        long begin = lines.Number;
        _record.Read(lines);
        string[] header = new string[_record.Count];
        for (int column = 0; column < header.Length; column++)
            header[column] = new string(_record[column].Trim());
        _columns = CsvColumns.Find(header, options, message => lines.Error(begin, message));
    }

    public LabeledText Parse(LineReader lines)
    {
        long begin = lines.Number;
        _record.Read(lines);
        if (_record.Count != _columns.Count)
            throw lines.Error(begin, $"{_record.Count} fields, expected {_columns.Count} as in the header");
        ReadOnlySpan<char> label = _record[_columns.Label].Trim();
        if (label.IsEmpty)
            throw lines.Error(begin, "no label");
        return new LabeledText(_labels.Get(label), new string(_record[_columns.Text].Trim()));
    }
}
