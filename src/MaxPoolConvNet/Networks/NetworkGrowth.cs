using System.Numerics;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Networks;

/// <summary>Adds words and classes to a trained network.</summary>
/// <remarks>
/// Trained weights stay bit for bit the same, so texts of known words keep their logits. New weights are initialized as in a new network.
/// The result shares nothing with the original.
/// </remarks>
internal static class NetworkGrowth
{
    /// <param name="network">The network.</param>
    /// <param name="words">The words, old and new.</param>
    /// <param name="classes">For each class, its index before; −1 for a new one.</param>
    /// <param name="deviation">σ of new weights.</param>
    /// <param name="vectors">Initial vectors of new words that have one; null for none.</param>
    /// <param name="random">The random numbers of new weights.</param>
    /// <exception cref="ArgumentException">The length of the given vectors differs from the network's.</exception>
    public static Network<T> Of<T>(
        Network<T> network,
        VocabularyGrowth words,
        IReadOnlyList<int> classes,
        double deviation,
        WordVectors? vectors,
        CounterRandom random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(
            Array.ConvertAll(
                network.Banks[..network.WordBanks],
                bank => Bank(bank, words.From, words.RowsIn(bank.Table.Words), deviation, random)),
            network.Embedding is { } embedding ? Embedding(embedding, words, vectors, random) : null,
            Array.ConvertAll(network.Banks[network.WordBanks..], bank => bank.To<T>()),
            network.Activation,
            Output(network.Output, classes, deviation, random));

    private static FilterBank<T> Bank<T>(
        FilterBank<T> own, IReadOnlyList<int> from, int rows, double deviation, CounterRandom random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var table = new FilterTable<T>(rows, own.Table.Width, own.Table.Filters);
        var grown = new FilterBank<T>(table, own.Bias is not null, own.Padding);
        own.Bias?.CopyTo(grown.Bias!, 0);
        for (int word = 0; word < rows; word++)
        {
            // a word known only by its vector had no rows
            if (from[word] is var old && (uint)old < (uint)own.Table.Words) own.Table.WordRows(old).CopyTo(table.WordRows(word));
            else NetworkInitializer.FillRows(table, word, deviation, NetworkInitializer.FilterNumbers(random, table.Width));
        }

        return grown;
    }

    private static EmbeddingTable<T> Embedding<T>(EmbeddingTable<T> own, VocabularyGrowth words, WordVectors? vectors, CounterRandom random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // averaged networks have their trained entries one after the other
        bool fits = vectors is null
            || ((own.StaticDimension == 0 || own.StaticDimension == vectors.Dimension) && own.TrainedDimension % vectors.Dimension == 0);
        if (!fits)
        {
            throw new ArgumentException(
                $"the given vectors have {vectors!.Dimension} numbers; "
                + $"the classifier's have {own.StaticDimension} static and {own.TrainedDimension} trained ones",
                nameof(vectors));
        }

        var grown = new EmbeddingTable<T>(words.Vocabulary.Count, own.StaticDimension, own.TrainedDimension, own.Scales);
        double deviation = EmbeddingInitializer.DeviationOf(own);
        for (int word = 0; word < grown.Words; word++)
        {
            Span<T> row = grown.Row(word)[..grown.Dimension];
            if (words.From[word] is var old and >= 0) own.Row(old)[..own.Dimension].CopyTo(row);
            else if (vectors is not null && vectors.TryGetVector(words.Vocabulary[word], out ReadOnlySpan<float> vector))
                PretrainedWords.Repeat(vector, row);
            else EmbeddingInitializer.FillRow(grown, word, deviation, NetworkInitializer.VectorNumbers(random));
            grown.Round(word);
        }

        return grown;
    }

    /// <summary>Adds rows to V; the old classes keep their probabilities relative to each other.</summary>
    /// <remarks>
    /// The single row v of a logistic output becomes the two rows −v/2 and v/2 of a softmax; a third class starts between them.
    /// </remarks>
    private static OutputWeights<T> Output<T>(OutputWeights<T> own, IReadOnlyList<int> classes, double deviation, CounterRandom random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (classes.Count == own.Classes) return own.To<T>();
        var grown = new OutputWeights<T>(own.Function.ForMoreClasses, classes.Count, own.Features, own.Bias is not null);
        int added = 0;
        for (int c = 0; c < classes.Count; c++)
        {
            if (classes[c] is not (var old and >= 0)) NetworkInitializer.FillOutputRow(grown, c, own.Classes + added++, deviation, random);
            else Carry(own.Function.RowForMoreClasses(old), c);
        }

        return grown;

        void Carry((int Row, double Factor) from, int to)
        {
            T scale = T.CreateChecked(from.Factor);
            for (int j = 0; j < own.Features; j++)
                grown.Row(to)[j] = scale * own.Row(from.Row)[j];
            if (own.Bias is not null) grown.Bias![to] = scale * own.Bias[from.Row];
        }
    }
}
