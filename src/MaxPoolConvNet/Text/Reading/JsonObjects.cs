using System.Text;

namespace MaxPoolConvNet.Text;

/// <summary>Splits JSON into its objects, one per line or all in one array.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class JsonObjects
{
    private readonly StringBuilder _open = new();
    private int _depth;
    private bool _isInString;
    private bool _isEscaped;

    /// <summary>Whether an object continues on the next line.</summary>
    public bool IsOpen => _depth > 0;

    /// <summary>The line on which the last object begins.</summary>
    public long Begin { get; private set; }

    /// <summary>Appends the objects that end on the current line.</summary>
    /// <exception cref="InvalidDataException">The line contains something other than JSON objects.</exception>
    public void Add(LineReader lines, List<string> objects)
    {
        ReadOnlySpan<char> line = lines.Line;
        int from = 0;
        for (int at = 0; at < line.Length; at++)
        {
            char c = line[at];
            if (_depth == 0)
            {
                if (c == '{') (from, Begin, _depth) = (at, lines.Number, 1);
                else if (!char.IsWhiteSpace(c) && c is not (',' or '[' or ']'))
                    throw lines.Error($"not JSON: '{c}' where an object was expected, which begins with {{");
            }
            else if (_isInString) EndString(c);
            else if (c == '"') _isInString = true;
            else if (c == '{') _depth++;
            else if (c == '}' && --_depth == 0)
            {
                objects.Add(_open.Append(line[from..(at + 1)]).ToString());
                _open.Clear();
            }
        }

        if (_isInString) throw lines.Error("not JSON: a string isn't closed on its line");
        if (_depth > 0) _open.Append(line[from..]).Append('\n');
    }

    /// <summary>Checks, after the last line, that no object is open.</summary>
    /// <exception cref="InvalidDataException">An object is open.</exception>
    public void CheckClosed(LineReader lines)
    {
        if (IsOpen) throw lines.Error(Begin, "not JSON: the object that begins here isn't closed");
    }

    private void EndString(char c)
    {
        if (_isEscaped) _isEscaped = false;
        else if (c == '\\') _isEscaped = true;
        else if (c == '"') _isInString = false;
    }
}
