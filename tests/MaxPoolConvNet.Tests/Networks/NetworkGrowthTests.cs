using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

/// <summary>Growing a network, before any step: what it knew stays bit for bit.</summary>
public class NetworkGrowthTests
{
    private static readonly Vocabulary _known = Vocabulary.FromWords(Enumerable.Range(0, 6).Select(word => $"w{word}"));

    public static MatrixTheoryData<ConvNetOptions, int> Forms { get; } = new(NetworkForms.Each, [2, 3]);

    [Theory]
    [MemberData(nameof(Forms))]
    public void KnownTexts_HaveTheSameLogits(ConvNetOptions form, int classes)
    {
        ConvNet before = ConvNet.Random(_known.Count, form, seed: 3, classes);
        ConvNet after = Grow(before, [.. Enumerable.Range(0, classes)], "fresh", "w2", "fresher");

        foreach (TextInput text in Texts())
            Assert.Equal(before.Forward(text).Logits, after.Forward(text).Logits);
        Assert.Equal(8, after.WordSize);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void NewClasses_LeaveTheOldOnesTheirLogits(ConvNetOptions form, int classes)
    {
        ConvNet before = ConvNet.Random(_known.Count, form, seed: 3, classes);
        int[] old = classes == 2 ? [-1, 0, -1, 1] : [0, -1, 1, 2, -1];
        ConvNet after = Grow(before, old);

        foreach (TextInput text in Texts())
        {
            double[] grown = [.. after.Forward(text).Logits];
            double[] kept = [.. grown.Where((_, c) => old[c] >= 0)];
            double[] expected = [.. before.Forward(text).Logits];

            // one logit stands for the difference of two
            if (classes == 2) (expected, kept) = ([expected[0]], [kept[1] - kept[0]]);
            Assert.All(expected.Zip(kept), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        }

        Assert.Equal((OutputKind.Softmax, old.Length), (after.Output.Kind, after.Output.LogitCount));
    }

    [Fact]
    public void NewRows_AreRandomAndDifferent_WithoutBias()
    {
        ConvNetOptions form = new() { Filters = [new(1, 40), new(2, 40)] };
        ConvNet before = ConvNet.Random(_known.Count, form, seed: 3, classes: 3, OutputKind.MultiLabel);
        ConvNet after = Grow(before, [-1, 0, 1, -1, 2], "fresh", "fresher");

        double[][] rowsOfV = [[.. after.Output.Weights.Row(0)[..80]], [.. after.Output.Weights.Row(3)[..80]]];
        double[][] rowsOfU = [[.. after.Filters[1].Bank.Table.WordRows(6)[..40]], [.. after.Filters[1].Bank.Table.WordRows(7)[..40]]];
        Assert.All([.. rowsOfV, .. rowsOfU], row => Assert.InRange(Math.Sqrt(row.Average(entry => entry * entry)), 0.05, 0.2));
        Assert.NotEqual(rowsOfV[0], rowsOfV[1]);
        Assert.NotEqual(rowsOfU[0], rowsOfU[1]);
        Assert.Equal(OutputKind.MultiLabel, after.Output.Kind);
        Assert.Equal((0.0, 0.0), (after.Output.Weights.Bias![0], after.Output.Weights.Bias![3]));
    }

    [Theory]
    [InlineData(EmbeddingKind.Static)]
    [InlineData(EmbeddingKind.Trained)]
    [InlineData(EmbeddingKind.TwoChannel)]
    public void NewVectors_HaveTheDeviationOfTheOldOnes_BothChannelsAlike(EmbeddingKind kind)
    {
        ConvNetOptions form = new() { Filters = [], Embedding = new EmbeddingOptions { Kind = kind, Dimension = 200 } };
        ConvNet after = Grow(ConvNet.Random(_known.Count, form, seed: 3), [0, 1], "fresh");

        double[] vector = [.. after.Embedding!.Table.Row(6)[..after.Embedding.Dimension]];
        Assert.InRange(Math.Sqrt(vector.Average(entry => entry * entry)), 0.12, 0.17);
        if (kind == EmbeddingKind.TwoChannel) Assert.Equal(vector[..200], vector[200..]);
    }

    [Fact]
    public void AWordThatHadAVectorAlone_KeepsIt_AndGetsFilterRows()
    {
        ConvNet whole = ConvNet.Random(
            _known.Count, new ConvNetOptions { Filters = [new(2, 4)], Embedding = new EmbeddingOptions { Dimension = 5, Filters = [new(1, 3)] } }, seed: 3);
        ConvNet small = ConvNet.Random(4, new ConvNetOptions { Filters = [new(2, 4)] }, seed: 3);
        var before = new ConvNet(small.Filters, whole.Embedding, whole.EmbeddingFilters, whole.Pool, whole.Output);

        ConvNet after = Grow(before, [0, 1], "w5");

        // w5 comes to stand before w4
        Assert.Equal((5, 6), (after.Filters[0].WordSize, after.WordSize));
        Assert.Equal(before.Embedding!.Table.Row(5), after.Embedding!.Table.Row(4));
        Assert.Equal(before.Embedding.Table.Row(4), after.Embedding.Table.Row(5));
        Assert.Equal(before.Filters[0].Bank.Table.Entries[..(4 * 2 * 8)], after.Filters[0].Bank.Table.Entries[..(4 * 2 * 8)]);
        Assert.NotEqual(0, after.Filters[0].Bank.Table[4, 0, 0]);
    }

    [Theory]
    [InlineData(EmbeddingKind.Static)]
    [InlineData(EmbeddingKind.TwoChannel)]
    public void NewWordsWithVectors_GetThemInEveryChannel(EmbeddingKind kind)
    {
        ConvNetOptions form = new() { Filters = [], Embedding = new EmbeddingOptions { Kind = kind, Dimension = 2 } };
        WordVectors vectors = WordVectors.FromBytes(["fresh", "w0"], new sbyte[] { 4, -8, 1, 1 }, [0.25f, 0.5f]);
        ConvNet before = ConvNet.Random(_known.Count, form, seed: 3);
        ConvNet after = Grow(before, [0, 1], vectors, "fresh", "other");

        double[] fresh = kind == EmbeddingKind.Static ? [1, -4] : [1, -4, 1, -4];
        Assert.Equal(fresh, after.Embedding!.Table.Row(6)[..fresh.Length].ToArray());
        Assert.Equal(before.Embedding!.Table.Entries, after.Embedding.Table.Entries[..before.Embedding.Table.Entries.Length]);
        Assert.NotEqual(0, after.Embedding.Table.Row(7)[0]);
    }

    [Theory]
    [InlineData(EmbeddingKind.Static, "2 static and 0")]
    [InlineData(EmbeddingKind.Trained, "0 static and 2")]
    [InlineData(EmbeddingKind.TwoChannel, "2 static and 2")]
    public void VectorsOfAnotherDimension_AreRefused(EmbeddingKind kind, string has)
    {
        ConvNet network = ConvNet.Random(
            _known.Count, new() { Filters = [], Embedding = new EmbeddingOptions { Kind = kind, Dimension = 2 } }, seed: 3);
        WordVectors vectors = WordVectors.FromBytes(["fresh"], new sbyte[] { 4, -8, 2 }, [1f, 1f, 1f]);
        ArgumentException refused = Assert.Throws<ArgumentException>("vectors", () => Grow(network, [0, 1], vectors, "fresh"));
        Assert.StartsWith($"the given vectors have 3 numbers; the classifier's have {has} trained ones", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AveragedNetworks_GrowByOneVectorPerTrainedChannel()
    {
        ConvNetOptions form = new() { Filters = [], Embedding = new EmbeddingOptions { Dimension = 2 } };
        ConvNet average = ConvNet.FromNetwork(NetworkAverage.Of(
            [.. new ulong[] { 3, 4 }.Select(seed => ConvNet.Random(_known.Count, form, seed).InPrecision<double>())]));
        WordVectors vectors = WordVectors.FromBytes(["fresh"], new sbyte[] { 4, -8 }, [1f, 1f]);
        Assert.Equal([4, -8, 4, -8], Grow(average, [0, 1], vectors, "fresh").Embedding!.Table.Row(6)[..4].ToArray());
    }

    [Fact]
    public void Biases_AreCarried()
    {
        ConvNet before = ConvNet.Random(_known.Count, new() { Filters = [new(1, 3)], Biases = true }, seed: 3, classes: 3);
        foreach (Parameter parameter in before.Parameters.Where(parameter => parameter.Name.Contains("Bias", StringComparison.Ordinal)))
        {
            for (int at = 0; at < parameter.ColumnCount; at++)
                parameter[0, at] = at + 1;
        }

        ConvNet after = Grow(before, [2, -1, 0, 1], "fresh");
        Assert.Equal([1, 2, 3], after.Filters[0].Bank.Bias![..3]);
        Assert.Equal([3, 0, 1, 2], after.Output.Weights.Bias![..4]);
    }

    [Fact]
    public void TheNetworkItself_IsNotShared()
    {
        ConvNetOptions form = new() { Filters = [new(1, 3), new(2, 3), new(3, 3)], Embedding = new EmbeddingOptions { Dimension = 4, Filters = [new(3, 2), new(4, 2), new(5, 2)] } };
        ConvNet before = ConvNet.Random(_known.Count, form, seed: 3);
        double[] weights = Weights.Of(before);
        ConvNet after = Grow(before, [0, 1]);

        Assert.Equal(weights, Weights.Of(after));
        foreach (Parameter parameter in after.Parameters)
            parameter[0, 0] += 1;
        Assert.Equal(weights, Weights.Of(before));
    }

    private static ConvNet Grow(ConvNet network, int[] classes, params string[] occurring) => Grow(network, classes, null, occurring);

    private static ConvNet Grow(ConvNet network, int[] classes, WordVectors? vectors, params string[] occurring)
    {
        Network<double> own = network.InPrecision<double>();
        var words = VocabularyGrowth.Of(_known, FilterWords.Of(own), Vocabulary.FromWords(occurring));
        return ConvNet.FromNetwork(NetworkGrowth.Of(own, words, classes, 0.1, vectors, new CounterRandom(9)));
    }

    private static IEnumerable<TextInput> Texts() => [TextInput.FromWordIds(), TextInput.FromWordIds(3), TextInput.FromWordIds(0, 5, 1, 1, 4, 2)];
}
