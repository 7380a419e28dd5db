namespace MaxPoolConvNet.Benchmarks;

/// <summary>
/// Random word ids as frequent as words are in a language: id r with a probability in proportion to 1 / (r + 1) (Zipf's law; ids number the
/// words from the most frequent one on, as a vocabulary does). The id at a place depends on the seed and the place alone.
/// </summary>
/// <param name="words">Ids are below it.</param>
/// <param name="seed">The seed.</param>
internal sealed class ZipfIds(int words, ulong seed)
{
    private readonly double[] _cumulative = Cumulative(words);
    private readonly CounterRandom _random = new(seed);

    public int At(int place)
    {
        int found = Array.BinarySearch(_cumulative, _random.Uniform((ulong)place) * _cumulative[^1]);
        return Math.Min(found < 0 ? ~found : found, words - 1);
    }

    private static double[] Cumulative(int words)
    {
        double[] cumulative = new double[words];
        double sum = 0;
        for (int rank = 0; rank < words; rank++)
        {
            sum += 1.0 / (rank + 1);
            cumulative[rank] = sum;
        }

        return cumulative;
    }
}
