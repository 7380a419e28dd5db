using System.Globalization;
using System.Text;

namespace MaxPoolConvNet;

/// <summary>Makes untrusted text safe to display.</summary>
internal static class SafeText
{
    /// <summary>A number with its sign, such as +0.123; the same in every culture.</summary>
    public static string Signed(double number) => number.ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture);

    /// <summary>For HTML and XML, in an element or a quoted attribute: escaped; control characters, lone surrogates and characters that
    /// are invalid in XML become U+FFFD.</summary>
    public static string ForMarkup(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => safe.Append("&amp;"),
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '"' => safe.Append("&quot;"),
                '\'' => safe.Append("&#39;"),
                '\t' or '\n' or '\r' => safe.Append((char)rune.Value),
                0xFFFE or 0xFFFF => safe.Append('\uFFFD'),
                _ => safe.Append(Rune.IsControl(rune) ? Rune.ReplacementChar : rune),
            };
        }

        return safe.ToString();
    }

    /// <summary>
    /// For a terminal: control characters but tabs and line ends, lone surrogates, and characters that turn the direction of what follows
    /// are U+FFFD. Line ends are \n.
    /// </summary>
    public static string ForTerminal(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (Rune rune in text.ReplaceLineEndings("\n").EnumerateRunes())
            safe.Append(IsHarmless(rune.Value) ? rune : Rune.ReplacementChar);
        return safe.ToString();

        static bool IsHarmless(int code) => code is '\t' or '\n'
            || (!Rune.IsControl(new Rune(code)) && code is not ((>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)));
    }

    /// <summary>The same on one line, shortened to so many characters.</summary>
    public static string ForTerminal(string text, int mostCharacters)
    {
        string shown = text.Length <= mostCharacters ? text : text[..(mostCharacters - 1)] + "…";
        return ForTerminal(shown).Replace('\n', ' ').Replace('\t', ' ');
    }
}
