using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>Reads the rows of a sheet of an Excel workbook.</summary>
internal sealed class ExcelRows : ITableRows
{
    /// <summary>The most cells from the first to the last one that are looked at: about a second's work.</summary>
    private const long MostCells = 1L << 30;

    // the most that a sheet of Excel has; a forged number of a row may be larger, with blank rows before it
    private readonly int _mostRows;
    private readonly int _mostColumns;
    private readonly IExcelDataReader _reader;
    private readonly string _path;
    private readonly string[] _first;
    private int _width;
    private int _blankRows;
    private bool _isPastFirst;

    private ExcelRows(IExcelDataReader reader, string path, string? sheet, bool isOld)
    {
        (_mostRows, _mostColumns) = isOld ? (1 << 16, 1 << 8) : (1 << 20, 1 << 14);
        _reader = reader;
        _path = path;
        _first = FindFirst(sheet);
    }

    public string Name => $"{_path}, sheet \"{_reader.Name}\"";

    public string Kind => $"Excel, sheet \"{_reader.Name}\"";

    public bool? HasHeader => null;

    public string? LabelSeparator => null;

    public int FirstRow => 1;

    /// <param name="path">The file.</param>
    /// <param name="sheet">The name of the sheet; null for the first one with data.</param>
    /// <exception cref="InvalidDataException">The file isn't a workbook, is damaged or encrypted, or has no such sheet.</exception>
    public static ExcelRows Open(string path, string? sheet)
    {
        // .xls files store texts in legacy code pages
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        FileStream file = File.OpenRead(path);
        IExcelDataReader reader;
        bool isOld;
        try
        {
            // since 2007, workbooks are ZIP files
            isOld = file.ReadByte() != 'P';
            file.Position = 0;
            CompoundFileHeader.Check(file);
            reader = ExcelReaderFactory.CreateReader(file);
        }
        catch (Exception problem) when (TableFile.IsBroken(problem))
        {
            file.Dispose();
            throw Broken(path, problem);
        }

        try
        {
            return new ExcelRows(reader, path, sheet, isOld);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    public bool Read(List<string> fields)
    {
        if (_blankRows > 0)
        {
            _blankRows--;
            return true;
        }

        if ((_isPastFirst ? ReadOrNull() : _first) is not { } row) return false;
        _isPastFirst = true;
        if (row.Length == 0) return true;
        fields.AddRange(row);
        // the rows so far set the width of the table: formatted cells without data may reach far beyond it
        _width = Math.Max(_width, row.Length);
        for (int missing = row.Length; missing < _width; missing++)
            fields.Add("");
        return true;
    }

    public void Dispose() => _reader.Dispose();

    /// <summary>Finds the sheet and its first row with data.</summary>
    private string[] FindFirst(string? sheet)
    {
        List<string> names = [];
        do
        {
            names.Add(_reader.Name);
            bool isSought = sheet is null
                ? _reader.VisibleState == "visible"
                : string.Equals(sheet, _reader.Name, StringComparison.OrdinalIgnoreCase);
            if (isSought) CheckSize();
            if (isSought && FirstOrNull() is { } first) return first;
            if (isSought && sheet is not null) throw new InvalidDataException($"{Name}: the sheet is empty");
        }
        while (GoOn());

        string found = string.Join(", ", names.Select(name => $"\"{name}\""));
        throw new InvalidDataException(sheet is null
            ? $"{_path}: no visible sheet has data; the workbook's sheets are {found}"
            : $"{_path}: the workbook has no sheet \"{sheet}\"; its sheets are {found}");
    }

    /// <summary>Checks how far the sheet says it reaches. Cells without data in between are looked at, too.</summary>
    private void CheckSize()
    {
        (int rows, int columns) = (_reader.RowCount, _reader.FieldCount);
        bool isPossible = rows >= 0 && rows <= _mostRows && columns >= 0 && columns <= _mostColumns;
        if (isPossible && (long)rows * columns <= MostCells) return;
        throw new InvalidDataException(FormattableString.Invariant(
            $"{Name}: the sheet reaches as far as row {rows:N0} and column {columns:N0}")
            + (isPossible
                ? "; delete the empty rows and columns after the data, or save it as CSV (UTF-8)"
                : FormattableString.Invariant($"; the last ones of this form are row {_mostRows:N0} and column {_mostColumns:N0}, ")
                    + "so the file is damaged: save the table as .xlsx or CSV (UTF-8) anew"));
    }

    /// <summary>Moves to the next sheet; false if there is none.</summary>
    private bool GoOn()
    {
        try
        {
            return _reader.NextResult();
        }
        catch (Exception problem) when (TableFile.IsBroken(problem))
        {
            throw Broken(_path, problem);
        }
    }

    private string[]? FirstOrNull()
    {
        _blankRows = 0;
        while (ReadOrNull() is { } row)
        {
            if (row.Length > 0) return row;
            _blankRows++;
        }

        return null;
    }

    /// <summary>The fields of the next row, without empty ones at its end; null after the last row.</summary>
    private string[]? ReadOrNull()
    {
        try
        {
            if (!_reader.Read()) return null;
            int count = _reader.FieldCount;
            while (count > 0 && _reader.GetValue(count - 1) is null or "")
                count--;
            string[] row = count == 0 ? [] : new string[count];
            for (int field = 0; field < count; field++)
                row[field] = CellText.Of(_reader.GetValue(field));
            return row;
        }
        catch (Exception problem) when (TableFile.IsBroken(problem))
        {
            throw Broken(_path, problem);
        }
    }

    private static InvalidDataException Broken(string path, Exception problem) => problem is InvalidPasswordException
        ? new InvalidDataException($"{path}: the workbook is encrypted; save it without a password", problem)
        : new InvalidDataException(
            $"{path}: not a readable Excel workbook (damaged, truncated, or another Office file); save the table as .xlsx or CSV (UTF-8)",
            problem);
}
