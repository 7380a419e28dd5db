using System.Numerics;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Networks;

/// <summary>Initializes an embedding: with given vectors where a word has one, else at random.</summary>
internal static class EmbeddingInitializer
{
    /// <summary>The deviation without given vectors: that of Kim's (2014) uniform numbers from [−0.25, 0.25).</summary>
    private const double Deviation = 0.14433756729740643;

    /// <summary>The number of given vectors whose deviation is measured.</summary>
    private const int MostWords = 10_000;

    /// <summary>Creates vectors of 0.</summary>
    public static EmbeddingTable<T> Empty<T>(int words, EmbeddingOptions options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(
        words, options.StaticDimension, options.TrainedDimension, options.StaticDimension > 0 ? options.Vectors?.Scales ?? [] : []);

    /// <param name="table">Receives the vectors.</param>
    /// <param name="options">Kind, dimension and given vectors.</param>
    /// <param name="vocabulary">The words of the rows; null without given vectors.</param>
    /// <param name="random">The random numbers.</param>
    public static void Fill<T>(EmbeddingTable<T> table, EmbeddingOptions options, Vocabulary? vocabulary, CounterRandom random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double deviation = options.Vectors is { } given ? DeviationOf(given) : Deviation;
        for (int word = 0; word < table.Words; word++)
        {
            if (options.Vectors is { } vectors && vocabulary is not null
                && vectors.TryGetVector(vocabulary[word], out ReadOnlySpan<float> vector))
                PretrainedWords.Repeat(vector, table.Row(word)[..table.Dimension]);
            else
                FillRow(table, word, deviation, random);
            table.Round(word);
        }
    }

    /// <summary>Draws a word's vector; trained entries after static ones start with the same numbers.</summary>
    public static void FillRow<T>(EmbeddingTable<T> table, int word, double deviation, CounterRandom random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> row = table.Row(word)[..table.Dimension];
        int drawn = table.StaticDimension > 0 ? table.StaticDimension : row.Length;
        random.FillNormal(row[..drawn], (ulong)word * (ulong)table.Dimension, deviation);
        for (int s = drawn; s < row.Length; s++)
            row[s] = row[s - drawn];
    }

    /// <summary>The deviation of all entries of the vectors from 0.</summary>
    public static double DeviationOf<T>(EmbeddingTable<T> table)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double squares = 0;
        foreach (T entry in table.Entries)
            squares += double.CreateChecked(entry * entry);
        return Math.Sqrt(squares / Math.Max(1, (double)table.Words * table.Dimension));
    }

    /// <summary>The deviation of the entries of the first vectors from 0.</summary>
    private static double DeviationOf(WordVectors vectors)
    {
        double squares = 0;
        int words = Math.Min(vectors.Count, MostWords);
        foreach (string word in vectors.Words.Take(words))
        {
            vectors.TryGetVector(word, out ReadOnlySpan<float> vector);
            foreach (float entry in vector)
                squares += (double)entry * entry;
        }

        return words == 0 ? Deviation : Math.Sqrt(squares / ((double)words * vectors.Dimension));
    }
}
