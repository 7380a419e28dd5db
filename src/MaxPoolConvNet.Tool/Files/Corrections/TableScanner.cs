using System.Text;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>Splits a table into rows, and says where each field is. Not thread-safe.</summary>
internal sealed class TableScanner(string content, TableDialect dialect)
{
    private readonly char _lineEnd = content.Contains('\n', StringComparison.Ordinal) ? '\n' : '\r';
    private readonly List<(int Begin, int Length, string Value)> _fields = [];
    private int _at = content.StartsWith('\uFEFF') ? 1 : 0;

    /// <summary>The fields of the row: the place, with quotes, and the value without.</summary>
    public IReadOnlyList<(int Begin, int Length, string Value)> Fields => _fields;

    /// <summary>Reads the next row that isn't blank.</summary>
    /// <returns>Whether there is one; false also where a quote is never closed, or other characters follow it.</returns>
    public bool Read()
    {
        do
        {
            _fields.Clear();
            if (_at >= content.Length) return false;
            while (ReadField())
            {
            }

            if (_at < 0) return false;
        }
        while (_fields is [{ Length: var length, Begin: var begin }] && content.AsSpan(begin, length).IsWhiteSpace());
        return true;
    }

    /// <summary>Reads a field and what separates it from the next one.</summary>
    /// <returns>Whether the row has a further field.</returns>
    private bool ReadField()
    {
        int begin = _at;
        string? value = dialect.HasQuotes && _at < content.Length && content[_at] == '"' ? ReadQuoted() : null;
        if (_at < 0) return false;
        bool isLast = _fields.Count == dialect.MostFields - 1;
        int end = _at;
        while (value is null && end < content.Length && content[end] != _lineEnd && (isLast || content[end] != dialect.Separator))
            end++;
        bool hasNext = !isLast && end < content.Length && content[end] == dialect.Separator;
        int after = end;
        if (value is null && !hasNext && _lineEnd == '\n' && end > begin && content[end - 1] == '\r' && end < content.Length) end--;
        _fields.Add((begin, end - begin, value ?? content[begin..end]));
        if (hasNext)
        {
            _at = after + 1;
            return true;
        }

        if (after < content.Length && content[after] == '\r' && _lineEnd == '\n') after++;
        _at = after >= content.Length ? after : content[after] == _lineEnd ? after + 1 : -1;
        return false;
    }

    /// <summary>The value of a quoted field; the position is then behind its closing quote, or −1 if it is never closed.</summary>
    private string ReadQuoted()
    {
        var value = new StringBuilder();
        for (_at++; _at < content.Length; _at++)
        {
            if (content[_at] != '"')
            {
                value.Append(content[_at]);
                continue;
            }

            if (_at + 1 >= content.Length || content[_at + 1] != '"')
            {
                _at++;
                return value.ToString();
            }

            value.Append(content[_at++]);
        }

        _at = -1;
        return "";
    }
}
