using System.Buffers;
using System.Text;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>A stream of a table's rows as CSV in UTF-8 (RFC 4180), for the library's CSV reader.</summary>
/// <param name="rows">The rows, disposed with the stream.</param>
internal sealed class CsvOfRows(ITableRows rows) : InputStream(Null)
{
    public const char Separator = ',';

    private const int BlockLength = 1 << 16;

    private readonly ArrayBufferWriter<byte> _block = new(2 * BlockLength);
    private readonly List<string> _fields = [];
    private readonly List<(long Line, int More)> _longRows = [];
    private long _line = 1;
    private int _taken;

    public override int Read(Span<byte> buffer)
    {
        if (_taken == _block.WrittenCount) Fill();
        int count = Math.Min(buffer.Length, _block.WrittenCount - _taken);
        _block.WrittenSpan.Slice(_taken, count).CopyTo(buffer);
        _taken += count;
        return count;
    }

    /// <summary>What is wrong with the rows, which a reader of CSV takes for broken gzip data; null if nothing is.</summary>
    public InvalidDataException? Problem { get; private set; }

    /// <summary>The number of the row that contains a line of the CSV; a row may have several lines.</summary>
    public long RowOf(long line)
    {
        long row = line;
        foreach ((long first, int more) in _longRows)
        {
            if (first >= line) break;
            row -= Math.Min(more, line - first);
        }

        return row - 1 + rows.FirstRow;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) rows.Dispose();
        base.Dispose(disposing);
    }

    private void Fill()
    {
        _block.ResetWrittenCount();
        _taken = 0;
        while (_block.WrittenCount < BlockLength)
        {
            _fields.Clear();
            if (!Next()) return;
            Write();
        }
    }

    private bool Next()
    {
        try
        {
            return rows.Read(_fields);
        }
        catch (InvalidDataException problem)
        {
            Problem = problem;
            throw;
        }
    }

    private void Write()
    {
        int more = 0;
        for (int field = 0; field < _fields.Count; field++)
        {
            string text = _fields[field];
            more += text.AsSpan().Count('\n');
            if (field > 0) _block.Write(","u8);
            // the first field is always quoted: no row is blank or looks like another format
            bool isQuoted = field == 0 || text.AsSpan().ContainsAny("\",\r\n");
            Encoding.UTF8.GetBytes(isQuoted ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text, _block);
        }

        _block.Write("\n"u8);
        if (more > 0) _longRows.Add((_line, more));
        _line += 1 + more;
    }
}
