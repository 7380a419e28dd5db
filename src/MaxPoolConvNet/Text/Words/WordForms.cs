using System.Buffers;
using System.Globalization;
using System.Text;

namespace MaxPoolConvNet.Text;

/// <summary>
/// The forms of characters in words: composed (normalization form C), in their usual width, in lower case where asked for, without what
/// readers don't see or may leave out. All forms of i are one letter. Nothing depends on the system's tables.
/// </summary>
/// <remarks>Thread-safe. What single characters become is kept by blocks of them once one of them has been asked for.</remarks>
internal sealed class WordForms(bool lowerCase)
{
    /// <summary>The most UTF-16 code units that one becomes: of some musical notes, which aren't composed again.</summary>
    public const int MostGrowth = 3;

    private const int BlockLength = 128;
    private const int MostOnStack = 64;
    private const int DotAbove = 0x307;
    private const byte ClassAbove = 230;

    private readonly char[]?[] _blocks = new char[(char.MaxValue + 1) / BlockLength][];

    /// <summary>The form of a character that doesn't change with its neighbours; NUL for one that may, is more than one code unit, or
    /// left out.</summary>
    public char Alone(char character) => (_blocks[character / BlockLength] ?? Fill(character / BlockLength))[character % BlockLength];

    /// <summary>Writes the form of a token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="keepsFormat">Whether format characters stay, as in emoji that they join.</param>
    /// <param name="word">Where to write; at least <see cref="MostGrowth"/> times as long as the token.</param>
    /// <returns>The length of what was written; may be 0.</returns>
    public int Write(ReadOnlySpan<char> token, bool keepsFormat, Span<char> word)
    {
        int written = 0;
        for (int at = 0; at < token.Length;)
        {
            char form = Alone(token[at]);
            int end = at + 1;
            while (end < token.Length && Alone(token[end]) == 0)
                end++;
            if (form != 0 && end == at + 1)
                word[written++] = form;
            else
                written += WriteTogether(token[at..end], keepsFormat, word[written..]);
            at = end;
        }
        return written;
    }

    private char[] Fill(int block)
    {
        char[] forms = new char[BlockLength];
        if (block == 0)
        {
            // ASCII, without the tables, which texts of ASCII never need
            for (int at = 0; at < BlockLength; at++)
                forms[at] = lowerCase && char.IsAsciiLetterUpper((char)at) ? (char)(at | 0x20) : (char)at;
            return _blocks[block] = forms;
        }
        Span<char> one = stackalloc char[1];
        Span<char> form = stackalloc char[MostGrowth];
        for (int at = 0; at < BlockLength; at++)
        {
            one[0] = (char)(block * BlockLength + at);
            if (IsAlone(one[0]) && WriteTogether(one, keepsFormat: false, form) == 1 && IsAlone(form[0]))
                forms[at] = form[0];
        }
        return _blocks[block] = forms;
    }

    private static bool IsAlone(char character) =>
        !char.IsSurrogate(character)
        && UnicodeTables.CombiningClasses.Of(character) == 0
        && !CanonicalForm.IsComposedWithPrevious(character);

    /// <summary>Writes the form of characters that may change with each other.</summary>
    private int WriteTogether(ReadOnlySpan<char> characters, bool keepsFormat, Span<char> word)
    {
        int most = CanonicalForm.MostParts * characters.Length;
        if (most <= MostOnStack) return WriteTogether(characters, keepsFormat, word, stackalloc int[most], stackalloc ulong[most]);
        int[] parts = ArrayPool<int>.Shared.Rent(most);
        ulong[] keys = ArrayPool<ulong>.Shared.Rent(most);
        int length = WriteTogether(characters, keepsFormat, word, parts, keys);
        ArrayPool<int>.Shared.Return(parts);
        ArrayPool<ulong>.Shared.Return(keys);
        return length;
    }

    private int WriteTogether(ReadOnlySpan<char> characters, bool keepsFormat, Span<char> word, Span<int> parts, Span<ulong> keys)
    {
        int count = 0;
        foreach (Rune rune in characters.EnumerateRunes())
        {
            int end = count + CanonicalForm.Decompose(rune.Value, parts[count..]);
            for (int part = count; part < end; part++)
            {
                if (!IsLeftOut(parts[part], keepsFormat))
                    parts[count++] = FormOf(parts[part]);
            }
        }
        CanonicalForm.Sort(parts[..count], keys);
        count = RemoveDotsOfI(parts[..count]);
        int length = 0;
        foreach (int character in parts[..CanonicalForm.Compose(parts[..count])])
            length += new Rune(character).EncodeToUtf16(word[length..]);
        return length;
    }

    private int FormOf(int character)
    {
        if (character == 'ı') return 'i';
        character = UnicodeTables.UsualWidths.Of(character);
        return lowerCase ? UnicodeTables.SmallLetters.Of(character) : character;
    }

    /// <summary>Takes the dots from every i that has them below any other mark above it.</summary>
    private static int RemoveDotsOfI(Span<int> characters)
    {
        int count = 0;
        bool isDotOfI = false;
        foreach (int character in characters)
        {
            if (character == DotAbove && isDotOfI) continue;
            byte combiningClass = UnicodeTables.CombiningClasses.Of(character);
            isDotOfI = combiningClass == 0 ? character is 'i' or 'I' : isDotOfI && combiningClass < ClassAbove;
            characters[count++] = character;
        }
        return count;
    }

    private static bool IsLeftOut(int character, bool keepsFormat) => character switch
    {
        < 0x300 => character == 0xAD && !keepsFormat,
        0x34F => true, // the grapheme joiner, which joins nothing
        (>= 0x591 and <= 0x5BD) or 0x5BF or 0x5C1 or 0x5C2 or 0x5C4 or 0x5C5 or 0x5C7 => true, // Hebrew points and accents
        (>= 0x610 and <= 0x61A) or (>= 0x64B and <= 0x652) or (>= 0x656 and <= 0x65F) or 0x670 => true, // Arabic vowel signs
        0x640 => true, // tatweel
        (>= 0x6D6 and <= 0x6DC) or (>= 0x6DF and <= 0x6E4) or 0x6E7 or 0x6E8 or (>= 0x6EA and <= 0x6ED) => true, // of the Koran
        (>= 0x897 and <= 0x89F) or (>= 0x8CA and <= 0x8E1) or (>= 0x8E3 and <= 0x8FF) => true,
        0x17B4 or 0x17B5 => true, // Khmer vowels that aren't seen
        (>= 0x180B and <= 0x180D) or 0x180F or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) => true, // variation selectors
        _ => !keepsFormat && Rune.GetUnicodeCategory(new Rune(character)) == UnicodeCategory.Format,
    };
}
