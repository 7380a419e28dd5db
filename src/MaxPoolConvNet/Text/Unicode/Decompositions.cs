namespace MaxPoolConvNet.Text;

/// <summary>What characters decompose into canonically: one other, or one and a mark; and which of these pairs are composed
/// again.</summary>
internal sealed class Decompositions
{
    private const int BitsOfCodePoint = 21;

    private readonly int[] _characters;
    private readonly (int First, int Last)[] _parts;

    private readonly long[] _pairs;
    private readonly int[] _composed;

    public Decompositions(ref VariableLengthNumbers numbers)
    {
        List<int> characters = [];
        List<(int First, int Last)> parts = [];
        for (int left = numbers.Next(), character = 0, other = 0; left > 0; left--)
        {
            characters.Add(character += numbers.Next());
            parts.Add((other += numbers.NextSigned(), 0));
        }
        List<long> pairs = [];
        List<int> composed = [];
        for (int left = numbers.Next(), last = 0; left > 0; left--)
        {
            last += numbers.Next();
            for (int entries = numbers.Next(), first = 0, character = 0; entries > 0; entries--)
            {
                int step = numbers.Next();
                characters.Add(character += numbers.NextSigned());
                parts.Add((first += step >> 1, last));
                if ((step & 1) != 0) continue;
                pairs.Add(Pair(first, last));
                composed.Add(character);
            }
        }
        _characters = [.. characters];
        _parts = [.. parts];
        Array.Sort(_characters, _parts);
        _pairs = [.. pairs];
        _composed = [.. composed];
    }

    /// <summary>All characters that decompose, Hangul syllables left out, in their order.</summary>
    public IReadOnlyList<int> Characters => _characters;

    /// <summary>Takes a character apart, by one step.</summary>
    /// <param name="character">The character.</param>
    /// <param name="first">What it stands for, which may decompose further, or <paramref name="character"/> where it doesn't
    /// decompose.</param>
    /// <param name="last">The mark behind <paramref name="first"/>, which doesn't decompose; 0 where there is none.</param>
    /// <returns>Whether it decomposes.</returns>
    public bool TryDecompose(int character, out int first, out int last)
    {
        int place = Array.BinarySearch(_characters, character);
        (first, last) = place < 0 ? (character, 0) : _parts[place];
        return place >= 0;
    }

    /// <summary>The character that two are composed to; 0 if they aren't.</summary>
    public int Compose(int first, int last)
    {
        int place = Array.BinarySearch(_pairs, Pair(first, last));
        return place < 0 ? 0 : _composed[place];
    }

    /// <summary>Whether the character is composed with any before it.</summary>
    public bool IsComposedWithPrevious(int last)
    {
        int place = ~Array.BinarySearch(_pairs, Pair(0, last));
        return place < _pairs.Length && _pairs[place] >> BitsOfCodePoint == last;
    }

    private static long Pair(int first, int last) => ((long)last << BitsOfCodePoint) | (uint)first;
}
