using System.Globalization;

namespace MaxPoolConvNet.Text;

/// <summary>What belongs together around a character that isn't part of a word between spaces.</summary>
internal static class Clusters
{
    /// <summary>Where the marks end that begin, or not, at <paramref name="at"/>.</summary>
    public static int MarksEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && CharacterClasses.IsMark(text, at, out int length))
            at += length;
        return at;
    }

    /// <summary>The length of the grapheme cluster that begins with a symbol, without joiners that join nothing.</summary>
    public static int SymbolLength(ReadOnlySpan<char> text, int symbolLength)
    {
        if (text.Length == symbolLength || text[symbolLength] < 128)
            return symbolLength;
        int length = StringInfo.GetNextTextElementLength(text);
        while (length > symbolLength && text[length - 1] is '\u200C' or '\u200D')
            length--;
        return length;
    }
}
