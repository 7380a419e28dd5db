using System.Collections.Immutable;
using System.Globalization;

namespace MaxPoolConvNet.Text;

/// <summary>Parses the rows of a table.</summary>
internal sealed class TableParser(TableForm form, TableChoice choice) : ILabeledTextParser
{
    private readonly LabelFields _labels = new(choice.LabelSeparator);
    private readonly CsvRecord _record = form.NewRecord();
    private readonly TableColumns _columns = form.Columns;
    private bool _isPastMark;
    private int _firstRows = form.FirstRows;

    public bool IsWithinText => _record.IsOpen;

    public TextFileForm FormIn(string encoding) => form.ToPublic(encoding);

    public void Parse(LineReader lines, ParsedTexts texts)
    {
        if (!_isPastMark && Separators.OfLine(lines.Line) is not null)
        {
            _isPastMark = true;
            return;
        }

        _isPastMark = true;
        if (!_record.Add(lines)) return;
        if (_firstRows > 0) _firstRows--;
        else if (!IsLeftOut()) texts.Add(Parse(lines));
    }

    public void End(LineReader lines) => _record.CheckClosed(lines);

    /// <summary>
    /// Whether the row has no data: blank fields alone, as spreadsheets leave them, dashes below a header, or the header once more.
    /// </summary>
    private bool IsLeftOut()
    {
        bool isBlank = true;
        bool isHeader = form.HasHeader && _record.Count == _columns.Names.Length;
        for (int field = 0; field < _record.Count && (isBlank || isHeader); field++)
        {
            ReadOnlySpan<char> value = _record[field].Trim();
            isBlank &= value.IsEmpty || (value.Length > 2 && value.Trim("-:").IsEmpty);
            isHeader = isHeader && value.SequenceEqual(_columns.Names[field]);
        }

        return isBlank || isHeader;
    }

    private LabeledText Parse(LineReader lines)
    {
        CheckWidth(_record, form, lines);
        string text = TextOf(_record, _columns);
        if (_columns.Labels.Length > 1) return new LabeledText(Marked(lines), text);
        ImmutableArray<string> labels = _labels.Of(_record[_columns.Labels[0]]);
        if (labels.IsDefault) throw lines.Error(_record.Begin, form.Separator == '\t' ? "no label before the text" : "no label");
        return new LabeledText(labels, text);
    }

    /// <summary>Checks that a row has as many fields as the first row.</summary>
    /// <exception cref="InvalidDataException">The row has fewer or more fields.</exception>
    public static void CheckWidth(CsvRecord record, TableForm form, LineReader lines)
    {
        int width = form.Columns.Names.Length;
        if (record.Count == width) return;
        if (form.Separator == '\t' && !form.HasHeader && record.Count == 1)
            throw lines.Error(record.Begin, "no tab between a label and a text");
        throw lines.Error(record.Begin, string.Create(
            CultureInfo.InvariantCulture,
            $"{record.Count} fields, expected {width} as in {(form.HasHeader ? "the header" : "the first row")}"));
    }

    public static string TextOf(CsvRecord record, TableColumns columns) =>
        columns.Texts.Length == 1 ? new string(record[columns.Texts[0]].Trim()) : Joined(record, columns.Texts);

    private static string Joined(CsvRecord record, int[] columns) =>
        string.Join(' ', columns.Select(column => new string(record[column].Trim())).Where(part => part.Length > 0));

    private ImmutableArray<string> Marked(LineReader lines)
    {
        var applying = ImmutableArray.CreateBuilder<string>();
        foreach (int column in _columns.Labels)
        {
            bool applies = LabelFields.Applies(_record[column])
                ?? throw lines.Error(
                    _record.Begin,
                    $"\"{_record[column].Trim()}\" in the column of the label \"{_columns.Names[column]}\", expected 0 or 1");
            if (applies) applying.Add(_columns.Names[column]);
        }

        return applying.ToImmutable();
    }
}
