namespace MaxPoolConvNet.Text;

/// <summary>The characters that stand between the fields of a table.</summary>
internal static class Separators
{
    /// <summary>Those that are looked for.</summary>
    public const string Usual = "\t,;|";

    private const string Line = "sep=";

    public static string NameOf(char separator) => separator switch
    {
        '\t' => "a tab",
        ',' => "a comma",
        ';' => "a semicolon",
        '|' => "a bar",
        _ => $"'{separator}'",
    };

    public static string FormOf(char separator) => separator switch
    {
        '\t' => "tab-separated",
        ',' => "comma-separated",
        ';' => "semicolon-separated",
        '|' => "bar-separated",
        _ => $"'{separator}'-separated",
    };

    /// <summary>The separator that Excel's first line <c>sep=;</c> names; null for another line.</summary>
    public static char? OfLine(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> plain = line is ['"', .. var inside, '"'] ? inside : line;
        return plain.Length == Line.Length + 1 && plain.StartsWith(Line, StringComparison.OrdinalIgnoreCase) && plain[^1] != '"' ? plain[^1] : null;
    }
}
