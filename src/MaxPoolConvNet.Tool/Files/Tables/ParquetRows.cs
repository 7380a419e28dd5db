using Parquet;
using Parquet.Schema;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>Reads the rows of a Parquet file, one row group at a time.</summary>
internal sealed class ParquetRows : ITableRows
{
    /// <summary>The name of the form.</summary>
    public const string Form = "Parquet";

    private readonly string _path;
    private readonly ParquetReader _reader;
    private readonly ParquetLayout _layout;
    private readonly ParquetColumn[] _columns;
    private bool _isPastHeader;
    private int _group;
    private long _rowsLeft;

    private ParquetRows(string path, ParquetReader reader, ParquetLayout layout, IReadOnlyList<Field> fields, ParquetChoice choice)
    {
        _path = path;
        _reader = reader;
        _layout = layout;
        _columns = [.. fields.Select((field, at) => ParquetColumn.Of(field, choice.UseOf(field.Name, at + 1)))];
        if (_columns.FirstOrDefault(column => column is { IsNamed: true, IsReadable: false }) is { } unreadable)
        {
            throw new InvalidDataException(
                $"{path}: the column \"{unreadable.Name}\" has an unsupported type; texts, numbers or lists of them were expected");
        }

        LabelSeparator = _columns.Any(column => column.IsLabelList) ? ParquetColumn.LabelSeparator : null;
    }

    public string Name => _path;

    public string Kind => Form;

    public bool? HasHeader => true;

    public string? LabelSeparator { get; }

    public int FirstRow => 0;

    /// <param name="path">The file.</param>
    /// <param name="choice">The columns to read.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or uses an unsupported feature.</exception>
    public static ParquetRows Open(string path, ParquetChoice choice)
    {
        FileStream file = File.OpenRead(path);
        var layout = new ParquetLayout(file);
        ParquetReader reader;
        IReadOnlyList<Field> fields;
        try
        {
            layout.CheckFooter();
            var options = new ParquetOptions { TreatByteArrayAsString = true };
            reader = ParquetReader.CreateAsync(file, options, leaveStreamOpen: false).GetAwaiter().GetResult();
            fields = reader.Schema.Fields; // parsed at first use
        }
        catch (Exception problem) when (TableFile.IsBroken(problem))
        {
            file.Dispose();
            throw Broken(path, problem);
        }

        try
        {
            return new ParquetRows(path, reader, layout, fields, choice);
        }
        catch
        {
            reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw;
        }
    }

    public bool Read(List<string> fields)
    {
        if (!_isPastHeader)
        {
            _isPastHeader = true;
            fields.AddRange(_columns.Select(column => column.Name));
            return true;
        }

        while (_rowsLeft == 0)
        {
            if (_group == _reader.RowGroupCount) return false;
            ReadGroup();
        }

        _rowsLeft--;
        try
        {
            foreach (ParquetColumn column in _columns)
                fields.Add(column.Next());
        }
        catch (Exception problem) when (TableFile.IsBroken(problem))
        {
            // a column has fewer values than its row group has rows
            throw Broken(Place, problem);
        }

        return true;
    }

    public void Dispose() => _reader.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private void ReadGroup()
    {
        try
        {
            using ParquetRowGroupReader group = _reader.OpenRowGroupReader(_group++);
            foreach (ParquetColumn column in _columns)
                column.Read(group, _layout);
            _rowsLeft = group.RowCount;
        }
        catch (Exception problem) when (TableFile.IsBroken(problem))
        {
            throw Broken(Place, problem);
        }
    }

    private string Place => FormattableString.Invariant($"{_path}, row group {_group} of {_reader.RowGroupCount}");

    private static InvalidDataException Broken(string place, Exception problem) =>
        new($"{place}: the Parquet file is damaged, truncated or compressed in an unsupported way; write it again, or as CSV", problem);
}
