using System.Numerics;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// Words that occur in no training text but have a given vector: filters over an embedding understand them by their vectors, static and
/// trained entries alike; those over one-hot words don't know them.
/// </summary>
internal static class PretrainedWords
{
    /// <summary>A vocabulary with those words behind its own, unless it has an id for unknown words.</summary>
    public static Vocabulary Append(Vocabulary vocabulary, WordVectors? vectors) => vectors is null || vocabulary.UnknownId is not null
        ? vocabulary
        : Vocabulary.FromWords([.. vocabulary.Words, .. vectors.Words.Where(word => !vocabulary.TryGetId(word, out _))]);

    /// <summary>A trained network with the vectors of the words behind its own.</summary>
    public static Network<T> Append<T>(Network<T> network, Vocabulary vocabulary, WordVectors? vectors)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (vectors is null || network.Embedding is not { } own || own.Words == vocabulary.Count) return network;
        var all = new EmbeddingTable<T>(vocabulary.Count, own.StaticDimension, own.TrainedDimension);
        own.Entries.CopyTo(all.Entries);
        for (int word = own.Words; word < all.Words; word++)
        {
            vectors.TryGetVector(vocabulary[word], out ReadOnlySpan<float> vector);
            Repeat(vector, all.Row(word)[..all.Dimension]);
        }

        return network.WithEmbedding(all);
    }

    /// <summary>Gives a word its vector: in both channels, and in those of averaged networks, which have their trained entries one after the other.</summary>
    public static void Repeat<T>(ReadOnlySpan<float> vector, Span<T> row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int s = 0; s < row.Length; s++)
            row[s] = T.CreateChecked(vector[s % vector.Length]);
    }
}
