using System.Text;

namespace MaxPoolConvNet.Tool.Report;

/// <summary>Texts and labels, which may hold anything, as a page can hold them.</summary>
internal static class PageText
{
    /// <summary>The same text; control characters but tabs and line ends, lone surrogates and what XML hasn't are U+FFFD.</summary>
    public static string Of(string text)
    {
        var legible = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
            legible.Append(rune.Value is '\t' or '\n' || !(Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF) ? rune : Rune.ReplacementChar);
        return legible.ToString();
    }

    /// <summary>Its first characters.</summary>
    public static string Begin(string text, int mostCharacters)
    {
        if (text.Length <= mostCharacters) return text;
        int end = char.IsHighSurrogate(text[mostCharacters - 1]) ? mostCharacters - 1 : mostCharacters;
        return text[..end] + "…";
    }
}
