using System.Text;

namespace MaxPoolConvNet.Tool.Terminal;

/// <summary>Makes texts and labels of unknown origin safe to show in a terminal or on a page.</summary>
internal static class CleanText
{
    /// <summary>
    /// Replaces control characters except tabs and line ends, lone surrogates and characters not allowed in XML by U+FFFD, and line ends
    /// by \n.
    /// </summary>
    public static string ForPage(string text) =>
        Replace(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'), static code => code is 0xFFFE or 0xFFFF);

    /// <summary>
    /// Replaces control characters except tabs and line ends, lone surrogates, and characters that change the direction of the text after
    /// them by U+FFFD, and line ends by \n.
    /// </summary>
    public static string ForTerminal(string text) =>
        Replace(text.ReplaceLineEndings("\n"), static code => code is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069));

    /// <summary>The first characters, followed by "…" if there are more.</summary>
    public static string Beginning(string text, int mostCharacters)
    {
        if (text.Length <= mostCharacters) return text;
        int end = char.IsHighSurrogate(text[mostCharacters - 1]) ? mostCharacters - 1 : mostCharacters;
        return text[..end] + "…";
    }

    private static string Replace(string text, Func<int, bool> isHarmful)
    {
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
            clean.Append(rune.Value is '\t' or '\n' || !(Rune.IsControl(rune) || isHarmful(rune.Value)) ? rune : Rune.ReplacementChar);
        return clean.ToString();
    }
}
