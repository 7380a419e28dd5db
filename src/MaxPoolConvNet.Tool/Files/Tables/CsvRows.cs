using System.Text;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>Reads the rows of a CSV file as a spreadsheet saves it: separated by commas, semicolons or tabs, with quotes.</summary>
internal sealed class CsvRows : ITableRows
{
    private static readonly char[] _separators = [',', ';', '\t'];

    private readonly string _content;
    private readonly char _separator;
    private int _at;

    private CsvRows(string path, string content)
    {
        Name = path;
        _content = content;
        _separator = SeparatorOf(content);
    }

    public string Name { get; }

    public string Kind => "CSV";

    public bool? HasHeader => true;

    public string? LabelSeparator => null;

    public int FirstRow => 1;

    /// <exception cref="InvalidDataException">The file isn't UTF-8.</exception>
    public static CsvRows Open(string path)
    {
        try
        {
            return new CsvRows(path, File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true)));
        }
        catch (DecoderFallbackException problem)
        {
            throw new InvalidDataException(
                $"{path}: some bytes aren't UTF-8, which was expected; save it as \"CSV UTF-8\" or as an Excel workbook", problem);
        }
    }

    public bool Read(List<string> fields)
    {
        if (_at >= _content.Length) return false;
        do
            fields.Add(ReadField());
        while (_at < _content.Length && _content[_at++] == _separator);
        if (_at < _content.Length && _content[_at - 1] == '\r' && _content[_at] == '\n') _at++;
        if (fields is [""]) fields.Clear();
        return true;
    }

    public void Dispose()
    {
    }

    /// <summary>The separator that occurs most often in the header; a comma if none does.</summary>
    private static char SeparatorOf(string content)
    {
        int end = content.AsSpan().IndexOfAny('\r', '\n');
        string header = end < 0 ? content : content[..end];
        return _separators.MaxBy(separator => header.Count(letter => letter == separator));
    }

    private string ReadField()
    {
        if (_at >= _content.Length || _content[_at] != '"') return ReadPlain();
        var field = new StringBuilder();
        for (_at++; _at < _content.Length; _at++)
        {
            if (_content[_at] != '"') field.Append(_content[_at]);
            else if (_at + 1 < _content.Length && _content[_at + 1] == '"') field.Append(_content[_at++]);
            else break;
        }

        _at++;
        return field.Append(ReadPlain()).ToString();
    }

    private string ReadPlain()
    {
        int start = Math.Min(_at, _content.Length);
        _at = start;
        while (_at < _content.Length && _content[_at] != _separator && _content[_at] is not ('\r' or '\n'))
            _at++;
        return _content[start.._at];
    }
}
