namespace MaxPoolConvNet.Text;

/// <summary>
/// The steps of the normalization form C (Unicode Standard Annex 15): characters are decomposed, marks sorted by their classes, and pairs
/// composed.
/// </summary>
internal static class CanonicalForm
{
    /// <summary>The maximum number of characters that one decomposes into.</summary>
    public const int MostParts = 4;

    // Hangul syllables, by their consonant, vowel, and consonant or none behind (chapter 3.12 of the standard)
    private const int FirstSyllable = 0xAC00;
    private const int FirstLeading = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int BeforeFirstTrailing = 0x11A7;
    private const int LeadingCount = 19;
    private const int VowelCount = 21;
    private const int TrailingCount = 28;
    private const int SyllableCount = LeadingCount * VowelCount * TrailingCount;

    /// <summary>Writes the decomposition of a character.</summary>
    /// <returns>The number of characters, from 1 to <see cref="MostParts"/>.</returns>
    public static int Decompose(int character, Span<int> parts)
    {
        if (character is >= FirstSyllable and < FirstSyllable + SyllableCount) return DecomposeSyllable(character - FirstSyllable, parts);
        if (!UnicodeTables.Decompositions.TryDecompose(character, out int first, out int last))
        {
            parts[0] = character;
            return 1;
        }
        int count = Decompose(first, parts);
        if (last != 0) parts[count++] = last;
        return count;
    }

    /// <summary>Sorts marks by their classes, up to the next character of class 0; equal ones stay in their order.</summary>
    /// <param name="characters">Decomposed characters, fewer than 2³².</param>
    /// <param name="keys">Room for a number for each of them.</param>
    public static void Sort(Span<int> characters, Span<ulong> keys)
    {
        for (int at = 0; at < characters.Length; at++)
        {
            int start = at;
            for (; at < characters.Length && UnicodeTables.CombiningClasses.Of(characters[at]) is var combiningClass and > 0; at++)
                keys[at - start] = ((ulong)combiningClass << 56) | ((ulong)(at - start) << 24) | (uint)characters[at];
            int count = at - start;
            if (count < 2) continue;
            keys[..count].Sort();
            for (int mark = 0; mark < count; mark++)
                characters[start + mark] = (int)(keys[mark] & 0x1FFFFF);
        }
    }

    /// <summary>Composes decomposed and sorted characters in place.</summary>
    /// <returns>The number of characters left.</returns>
    public static int Compose(Span<int> characters)
    {
        int count = 0, starter = -1, classBefore = 0;
        foreach (int character in characters)
        {
            byte combiningClass = UnicodeTables.CombiningClasses.Of(character);
            // what has a class as high or higher between them, or a starter, keeps them apart
            bool isNext = starter == count - 1 || (classBefore > 0 && classBefore < combiningClass);
            if (starter >= 0 && isNext && Pair(characters[starter], character) is var composed and > 0)
            {
                characters[starter] = composed;
                continue;
            }
            if (combiningClass == 0) starter = count;
            classBefore = combiningClass;
            characters[count++] = character;
        }
        return count;
    }

    /// <summary>Whether a decomposed character may be composed with one before it.</summary>
    public static bool IsComposedWithPrevious(int character) => character
        is >= FirstVowel and < FirstVowel + VowelCount
        or > BeforeFirstTrailing and < BeforeFirstTrailing + TrailingCount
        || UnicodeTables.Decompositions.IsComposedWithPrevious(character);

    private static int DecomposeSyllable(int syllable, Span<int> parts)
    {
        parts[0] = FirstLeading + syllable / (VowelCount * TrailingCount);
        parts[1] = FirstVowel + syllable / TrailingCount % VowelCount;
        int trailing = syllable % TrailingCount;
        if (trailing == 0) return 2;
        parts[2] = BeforeFirstTrailing + trailing;
        return 3;
    }

    private static int Pair(int first, int last)
    {
        int leading = first - FirstLeading, vowel = last - FirstVowel;
        if (leading is >= 0 and < LeadingCount && vowel is >= 0 and < VowelCount)
            return FirstSyllable + (leading * VowelCount + vowel) * TrailingCount;
        int syllable = first - FirstSyllable, trailing = last - BeforeFirstTrailing;
        if (syllable is >= 0 and < SyllableCount && syllable % TrailingCount == 0 && trailing is > 0 and < TrailingCount)
            return first + trailing;
        return UnicodeTables.Decompositions.Compose(first, last);
    }
}
