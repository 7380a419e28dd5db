using System.Buffers;
using System.Text;

namespace MaxPoolConvNet.Text;

/// <summary>
/// The scripts of South-East Asia that write no spaces between words: Thai, Lao, Burmese, Khmer, and those that are related. (Unicode's
/// class of line breaking SA has their letters.)
/// </summary>
internal static class SpacelessScripts
{
    /// <summary>Takes the vowel from a consonant.</summary>
    private const char BurmeseSilencer = '\u103A';

    /// <summary>Of Burmese, Khmer and Tai Tham, what puts the next consonant below the last.</summary>
    private static readonly SearchValues<char> _stackers = SearchValues.Create("\u1039\u17D2\u1A60");

    /// <summary>Whether a letter is of these scripts, by the blocks of Unicode.</summary>
    private static bool Have(int letter) => letter
        is >= 0x0E00 and <= 0x0EFF // Thai, Lao
        or >= 0x1000 and <= 0x109F // Burmese
        or >= 0x1780 and <= 0x17FF // Khmer
        or >= 0x1950 and <= 0x19DF // Tai Le, New Tai Lue
        or >= 0x1A20 and <= 0x1AAF // Tai Tham
        or >= 0xA9E0 and <= 0xA9FF // Burmese, extended
        or >= 0xAA60 and <= 0xAADF // Burmese, extended; Tai Viet
        or >= 0x11700 and <= 0x1174F; // Ahom

    /// <summary>
    /// Where the cluster of a letter ends: a consonant with the vowels before and behind it, its marks, the consonants under it, and in
    /// Burmese one that ends the syllable. That is a syllable, mostly.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the letter begins.</param>
    public static int ClusterEnd(ReadOnlySpan<char> text, int at)
    {
        int marks = at + LetterLength(text, at);
        int end = Clusters.MarksEnd(text, marks);
        bool isVowelBefore = IsVowelBefore(text[at]);
        while (LetterLength(text, end) is var length and > 0)
        {
            bool belongs = isVowelBefore ? !IsVowelBefore(text[end])
                : IsVowelBehind(text[end]) || text[marks..end].ContainsAny(_stackers) || IsSilenced(text, end + length);
            if (!belongs) break;
            isVowelBefore = false;
            marks = end + length;
            end = Clusters.MarksEnd(text, marks);
        }
        return end;
    }

    private static bool IsVowelBefore(char letter) => letter is >= '\u0E40' and <= '\u0E44' or >= '\u0EC0' and <= '\u0EC4';

    private static bool IsVowelBehind(char letter) => letter
        is '\u0E30' or '\u0E32' or '\u0E33' or '\u0E45' // of Thai
        or '\u0EB0' or '\u0EB2' or '\u0EB3' or '\u0EBD'; // of Lao

    /// <summary>Whether the marks at <paramref name="at"/>, which may stand in any order, take the vowel from the consonant before
    /// them.</summary>
    private static bool IsSilenced(ReadOnlySpan<char> text, int at)
    {
        for (; at < text.Length && UnicodeTables.CombiningClasses.Of(text[at]) > 0; at++)
        {
            if (text[at] == BurmeseSilencer) return true;
        }
        return false;
    }

    /// <summary>The length of the letter of these scripts at <paramref name="at"/>; 0 if there is none.</summary>
    public static int LetterLength(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || Rune.DecodeFromUtf16(text[at..], out Rune rune, out int length) != OperationStatus.Done) return 0;
        return Have(rune.Value) && Rune.IsLetter(rune) ? length : 0;
    }
}
