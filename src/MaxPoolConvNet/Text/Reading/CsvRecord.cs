using System.Buffers;

namespace MaxPoolConvNet.Text;

/// <summary>The fields of one CSV record at a time, in buffers that are used again for the next.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class CsvRecord
{
    private readonly ArrayBufferWriter<char> _chars = new();
    private readonly List<int> _ends = [];

    /// <summary>The number of fields.</summary>
    public int Count => _ends.Count;

    /// <summary>A field, unquoted but not trimmed; valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<char> this[int field] => _chars.WrittenSpan[(field == 0 ? 0 : _ends[field - 1]).._ends[field]];

    /// <summary>Reads the record that begins on the current line, and the lines that its quoted fields go on to.</summary>
    public void Read(LineReader lines)
    {
        _chars.ResetWrittenCount();
        _ends.Clear();
        long begin = lines.Number;
        int at = 0;
        do
        {
            bool isQuoted = at < lines.Line.Length && lines.Line[at] == '"';
            at = isQuoted ? ReadQuoted(lines, begin, at + 1) : ReadPlain(lines.Line, at);
            _ends.Add(_chars.WrittenCount);
        }
        while (at++ < lines.Line.Length);
    }

    /// <summary>Reads up to the comma or the end of the line, and returns where that is.</summary>
    private int ReadPlain(ReadOnlySpan<char> line, int at)
    {
        int length = line[at..].IndexOf(',');
        if (length < 0)
            length = line.Length - at;
        _chars.Write(line.Slice(at, length));
        return at + length;
    }

    /// <summary>Reads from behind the opening quote to behind the closing one, and returns where that is.</summary>
    private int ReadQuoted(LineReader lines, long begin, int at)
    {
        long opened = lines.Number;
        while (true)
        {
            ReadOnlySpan<char> rest = lines.Line[at..];
            int quote = rest.IndexOf('"');
            if (quote < 0)
            {
                _chars.Write(rest);
                _chars.Write(lines.LineEnd);
                if (!lines.Read())
                    throw lines.Error(opened, "a quote is opened here and never closed");
                at = 0;
                continue;
            }
            _chars.Write(rest[..quote]);
            at += quote + 1;
            if (at == lines.Line.Length || lines.Line[at] == ',')
                return at;
            if (lines.Line[at] != '"')
                throw lines.Error(begin, $"'{lines.Line[at]}' after a closing quote, expected a comma or the end of the line");
            _chars.Write("\"");
            at++;
        }
    }
}
