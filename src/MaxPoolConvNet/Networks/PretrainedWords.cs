using System.Numerics;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Networks;

/// <summary>Words that occur in no training text but have a given vector.</summary>
/// <remarks>Embedding filters, static and trained, understand them; one-hot filters don't know them.</remarks>
internal static class PretrainedWords
{
    /// <summary>Appends those words to a vocabulary, unless it has an id for unknown words.</summary>
    public static Vocabulary Append(Vocabulary vocabulary, EmbeddingOptions? embedding)
    {
        if (embedding?.Vectors is not { } vectors || vocabulary.UnknownId is not null) return vocabulary;
        IEnumerable<string> added = vectors.Words.Take(embedding.AdditionalWords).Where(word => !vocabulary.TryGetId(word, out _));
        return Vocabulary.FromWords([.. vocabulary.Words, .. added]);
    }

    /// <summary>Appends the vectors of those words to a trained network.</summary>
    public static Network<T> Append<T>(Network<T> network, Vocabulary vocabulary, WordVectors? vectors)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (vectors is null || network.Embedding is not { } own || own.Words == vocabulary.Count) return network;
        var all = new EmbeddingTable<T>(vocabulary.Count, own.StaticDimension, own.TrainedDimension, own.Scales);
        own.Entries.CopyTo(all.Entries);
        for (int word = own.Words; word < all.Words; word++)
        {
            vectors.TryGetVector(vocabulary[word], out ReadOnlySpan<float> vector);
            Repeat(vector, all.Row(word)[..all.Dimension]);
            all.Round(word);
        }

        return network.WithEmbedding(all);
    }

    /// <summary>Writes a word's vector into all channels of its row; averaged networks have one trained channel each.</summary>
    public static void Repeat<T>(ReadOnlySpan<float> vector, Span<T> row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int s = 0; s < row.Length; s++)
            row[s] = T.CreateChecked(vector[s % vector.Length]);
    }
}
