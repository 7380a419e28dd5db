namespace MaxPoolConvNet.Text;

/// <summary>The characters that separate the fields of a table.</summary>
internal static class Separators
{
    /// <summary>The separators that are tried in detection.</summary>
    public const string Usual = "\t,;|";

    private const string Line = "sep=";

    public static string NameOf(char separator) => separator switch
    {
        '\t' => "a tab",
        ',' => "a comma",
        ';' => "a semicolon",
        '|' => "a bar",
        ':' => "a colon",
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

    /// <summary>The separator that a first line such as Excel's <c>sep=;</c> gives; null for other lines.</summary>
    public static char? OfLine(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> plain = line is ['"', .. var inside, '"'] ? inside : line;
        bool isMark = plain.Length == Line.Length + 1 && plain.StartsWith(Line, StringComparison.OrdinalIgnoreCase) && plain[^1] != '"';
        return isMark ? plain[^1] : null;
    }
}
