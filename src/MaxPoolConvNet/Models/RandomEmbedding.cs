using System.Numerics;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet;

/// <summary>How an embedding begins: with given vectors where a word has one, else at random.</summary>
internal static class RandomEmbedding
{
    /// <summary>Where no vectors are given, entries are drawn with the deviation of Kim's (2014) uniform numbers from [−0.25, 0.25).</summary>
    private const double Deviation = 0.14433756729740643;

    /// <param name="words">Rows.</param>
    /// <param name="options">Kind, dimension and given vectors.</param>
    /// <param name="vocabulary">The words of the rows; null where no vectors are given.</param>
    /// <param name="random">The numbers.</param>
    public static EmbeddingTable<T> Create<T>(int words, EmbeddingOptions options, Vocabulary? vocabulary, CounterRandom random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var table = new EmbeddingTable<T>(words, options.StaticDimension, options.TrainedDimension);
        double deviation = options.Vectors is { } given ? DeviationOf(given) : Deviation;
        for (int word = 0; word < words; word++)
        {
            Fill(table.Static(word), word);
            Fill(table.Trained(word), word);
        }

        return table;

        void Fill(Span<T> row, int word)
        {
            if (options.Vectors is { } vectors && vocabulary is not null && vectors.TryGetVector(vocabulary[word], out ReadOnlySpan<float> vector))
            {
                for (int s = 0; s < row.Length; s++)
                    row[s] = T.CreateChecked(vector[s]);
                return;
            }

            random.FillNormal(row, (ulong)word * (ulong)table.Dimension, deviation);
        }
    }

    /// <summary>The deviation of all entries of the vectors from 0.</summary>
    private static double DeviationOf(WordVectors vectors)
    {
        double squares = 0;
        foreach (string word in vectors.Words)
        {
            vectors.TryGetVector(word, out ReadOnlySpan<float> vector);
            foreach (float entry in vector)
                squares += (double)entry * entry;
        }

        return vectors.Count == 0 ? Deviation : Math.Sqrt(squares / ((double)vectors.Count * vectors.Dimension));
    }
}
