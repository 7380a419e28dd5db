using System.Text;

namespace MaxPoolConvNet.Benchmarks.Words;

/// <summary>
/// Distinct words of random syllables, the frequent ones shorter than the rare ones as in a language: from one syllable up to five, most of
/// 4 to 12 letters. The same on every machine.
/// </summary>
internal static class PseudoWords
{
    private const ulong Seed = 1;
    private const int MostSyllables = 5;

    private static readonly string[] _onsets = "b c d f g h j k l m n p r s t v w st tr ch sh pl gr".Split(' ');
    private static readonly string[] _vowels = "a e i o u ea ou ai".Split(' ');
    private static readonly string[] _codas = ["", "", "", .. "n r s t l d ng".Split(' ')];

    /// <param name="count">How many words, the most frequent one first.</param>
    public static string[] Of(int count)
    {
        var random = new CounterRandom(Seed);
        HashSet<string> known = new(StringComparer.Ordinal);
        string[] words = new string[count];
        for (int rank = 0; rank < count; rank++)
        {
            CounterRandom word = random.Stream((ulong)rank);
            words[rank] = Enumerable.Range(0, int.MaxValue)
                .Select(attempt => Word(word.Stream((ulong)attempt), LeastSyllables(rank) + (attempt / 4)))
                .First(known.Add);
        }

        return words;
    }

    private static int LeastSyllables(int rank) => rank switch { < 100 => 1, < 3_000 => 2, _ => 3 };

    private static string Word(CounterRandom random, int leastSyllables)
    {
        int syllables = Math.Min(leastSyllables + random.Below(2, 0), Math.Max(leastSyllables, MostSyllables));
        var word = new StringBuilder();
        for (int syllable = 0; syllable < syllables; syllable++)
        {
            CounterRandom letters = random.Stream((ulong)syllable);
            word.Append(_onsets[letters.Below(_onsets.Length, 0)])
                .Append(_vowels[letters.Below(_vowels.Length, 1)])
                .Append(_codas[letters.Below(_codas.Length, 2)]);
        }

        return word.ToString();
    }
}
