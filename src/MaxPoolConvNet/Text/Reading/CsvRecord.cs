using System.Buffers;

namespace MaxPoolConvNet.Text;

/// <summary>The fields of one CSV record at a time, in buffers that each record reuses.</summary>
/// <remarks>Not thread-safe.</remarks>
/// <param name="separator">The character that separates fields.</param>
/// <param name="quotes">Whether fields may be quoted; otherwise quotes are ordinary characters.</param>
/// <param name="most">The maximum number of fields; separators in the last field are part of it.</param>
internal sealed class CsvRecord(char separator, bool quotes = true, int most = int.MaxValue)
{
    private readonly ArrayBufferWriter<char> _chars = new();
    private readonly List<int> _ends = [];
    private LineReader? _plain;
    private long _quote;

    /// <summary>The number of fields.</summary>
    public int Count => _ends.Count;

    /// <summary>The line on which the record begins.</summary>
    public long Begin { get; private set; }

    /// <summary>Whether a quote is still open, so that the next line belongs to the record.</summary>
    public bool IsOpen => _quote > 0;

    /// <summary>A field, unquoted and untrimmed; valid until the next line is read.</summary>
    public ReadOnlySpan<char> this[int field]
    {
        get
        {
            // a plain line has separators between its fields
            ReadOnlySpan<char> all = _plain is null ? _chars.WrittenSpan : _plain.Line;
            int begin = field == 0 ? 0 : _ends[field - 1] + (_plain is null ? 0 : 1);
            return all[begin.._ends[field]];
        }
    }

    /// <summary>Reads the record that begins on the current line, including the further lines of its quoted fields.</summary>
    public void Read(LineReader lines)
    {
        while (!Add(lines))
        {
            if (!lines.Read()) CheckClosed(lines);
        }
    }

    /// <summary>Adds the current line: to the record if a quote is open, otherwise as the first line of a new record.</summary>
    /// <returns>Whether the record ends with this line.</returns>
    public bool Add(LineReader lines)
    {
        if (!IsOpen)
        {
            Start(lines.Number);
            if (!quotes || !lines.Line.Contains('"')) return AddPlain(lines);
        }

        int at = 0;
        do
        {
            if (quotes && !IsOpen && QuoteIn(lines.Line, at) is { } quote)
            {
                _quote = lines.Number;
                at = quote + 1;
            }

            at = IsOpen ? ReadQuoted(lines, at) : _ends.Count == most - 1 ? ReadRest(lines.Line, at) : ReadPlain(lines.Line, at);
            if (IsOpen) return false;
            _ends.Add(_chars.WrittenCount);
        }
        while (at++ < lines.Line.Length);
        return true;
    }

    /// <summary>Checks, after the last line, that no quote is open.</summary>
    /// <exception cref="InvalidDataException">A quote is open.</exception>
    public void CheckClosed(LineReader lines)
    {
        if (IsOpen) throw lines.Error(_quote, "a quote is opened here and never closed");
    }

    private void Start(long line)
    {
        _chars.ResetWrittenCount();
        _plain = null;
        _ends.Clear();
        Begin = line;
    }

    /// <summary>Adds a line without quotes: its fields aren't copied.</summary>
    private bool AddPlain(LineReader lines)
    {
        _plain = lines;
        ReadOnlySpan<char> line = lines.Line;
        for (int at = 0; at <= line.Length; at = _ends[^1] + 1)
        {
            int length = _ends.Count == most - 1 ? -1 : line[at..].IndexOf(separator);
            _ends.Add(length < 0 ? line.Length : at + length);
        }

        return true;
    }

    private int ReadRest(ReadOnlySpan<char> line, int at)
    {
        _chars.Write(line[at..]);
        return line.Length;
    }

    /// <summary>The index of the quote that a field begins with; null if it has none.</summary>
    /// <remarks>After spaces, a quote is one only where its field ends with another on the same line.</remarks>
    private int? QuoteIn(ReadOnlySpan<char> line, int at)
    {
        int quote = at;
        while (quote < line.Length && line[quote] == ' ')
            quote++;
        if (quote == line.Length || line[quote] != '"') return null;
        if (quote == at) return at;
        for (int next = quote + 1; next < line.Length; next++)
        {
            if (line[next] != '"') continue;
            bool isDoubled = next + 1 < line.Length && line[next + 1] == '"';
            if (!isDoubled) return EndAfter(line, next + 1) is null ? null : quote;
            next++;
        }

        return null;
    }

    /// <summary>The end of a field whose quote was closed, after spaces; null if something else follows.</summary>
    private int? EndAfter(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length && line[at] is ' ' or '\r')
            at++;
        return at >= line.Length || line[at] == separator ? at : null;
    }

    /// <summary>Reads up to the separator or the end of the line, and returns that position.</summary>
    private int ReadPlain(ReadOnlySpan<char> line, int at)
    {
        int length = line[at..].IndexOf(separator);
        if (length < 0) length = line.Length - at;
        _chars.Write(line.Slice(at, length));
        return at + length;
    }

    /// <summary>Reads up to the closing quote and returns the position after it, or the whole line if the quote stays open.</summary>
    private int ReadQuoted(LineReader lines, int at)
    {
        while (true)
        {
            ReadOnlySpan<char> rest = lines.Line[at..];
            int quote = rest.IndexOf('"');
            if (quote < 0)
            {
                _chars.Write(rest);
                _chars.Write(lines.LineEnd);
                return lines.Line.Length;
            }

            _chars.Write(rest[..quote]);
            at += quote + 1;
            if (EndAfter(lines.Line, at) is { } end)
            {
                _quote = 0;
                return end;
            }

            if (lines.Line[at] != '"')
            {
                throw lines.Error(
                    Begin, $"'{lines.Line[at]}' after a closing quote, expected {Separators.NameOf(separator)} or the end of the line");
            }

            _chars.Write("\"");
            at++;
        }
    }
}
