using System.Globalization;
using System.Text;

namespace MaxPoolConvNet.Text;

/// <summary>The class of each character.</summary>
internal static class CharacterClasses
{
    /// <summary>The class of each ASCII character.</summary>
    private static readonly CharacterClass[] _ascii = [.. Enumerable.Range(0, 128).Select(c => OfRune(new Rune(c)))];

    /// <summary>For each ASCII character what it becomes in a word; 0 where it belongs to none.</summary>
    public static byte[] AsciiWordCharacters(bool lowerCase) =>
    [
        .. Enumerable.Range(0, 128)
            .Select(c => (byte)(_ascii[c] != CharacterClass.Word ? 0 : lowerCase ? char.ToLowerInvariant((char)c) : c)),
    ];

    /// <summary>The class of the character that begins at <paramref name="at"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the character begins, below the length of the text.</param>
    /// <param name="length">Its length in UTF-16 code units, 1 or 2.</param>
    public static CharacterClass At(ReadOnlySpan<char> text, int at, out int length)
    {
        char first = text[at];
        length = 1;
        if (first < 128)
            return _ascii[first];
        if (!char.IsSurrogate(first))
            return OfRune(new Rune(first));
        if (at + 1 == text.Length || !Rune.TryCreate(first, text[at + 1], out Rune rune))
            return CharacterClass.LoneSurrogate;
        length = 2;
        return OfRune(rune);
    }

    /// <summary>Whether a character of the categories Mn, Mc or Me begins at <paramref name="at"/>, and its length.</summary>
    public static bool IsMark(ReadOnlySpan<char> text, int at, out int length)
    {
        length = 1;
        if (text[at] < 128 || Rune.DecodeFromUtf16(text[at..], out Rune rune, out length) != System.Buffers.OperationStatus.Done)
            return false;
        return Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
    }

    private static CharacterClass OfRune(Rune rune)
    {
        switch (rune.Value)
        {
            case '\'' or 0x2019:
                return CharacterClass.Apostrophe;
            case 0x200B: // the zero-width space, in scripts that write no other between words; to Unicode a format character
                return CharacterClass.WhiteSpace;
        }
        if (Rune.IsWhiteSpace(rune))
            return CharacterClass.WhiteSpace;
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
                or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber:
                return CharacterClass.Word;
            case UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber:
                return IsIdeograph(rune.Value) ? CharacterClass.Ideograph : CharacterClass.Word;
            case UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
                or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
                or UnicodeCategory.OtherPunctuation:
                return CharacterClass.Punctuation;
            case UnicodeCategory.Format:
                return CharacterClass.Format;
            default:
                return CharacterClass.Symbol;
        }
    }

    /// <summary>Whether a letter is of Han, hiragana or katakana, by the blocks of Unicode.</summary>
    private static bool IsIdeograph(int letter) => letter
        is >= 0x3005 and <= 0x3007 // iteration and closing marks, zero
        or >= 0x3021 and <= 0x30FF // Hangzhou numerals, hiragana, katakana
        or >= 0x31F0 and <= 0x31FF // small katakana
        or >= 0x3400 and <= 0x4DBF // extension A
        or >= 0x4E00 and <= 0x9FFF
        or >= 0xF900 and <= 0xFAFF // compatibility ideographs
        or >= 0xFF66 and <= 0xFF9F // halfwidth katakana
        or >= 0x1AFF0 and <= 0x1B16F // further kana
        or >= 0x20000 and <= 0x3FFFF; // extensions B and on
}
