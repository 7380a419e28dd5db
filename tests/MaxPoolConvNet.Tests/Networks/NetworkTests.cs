using System.Collections.Immutable;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>The parts of a network that training calls by themselves.</summary>
public class NetworkTests
{
    private static readonly ConvNetOptions _form = new()
    {
        Filters = [new(1, 6), new(2, 6)],
        InitialDeviation = 0.5,
        Embedding = new EmbeddingOptions { Kind = EmbeddingKind.TwoChannel, Dimension = 5, Filters = [new(2, 3), new(4, 4)] },
    };

    [Fact]
    public void AnEntryThatIsntFinite_IsFound_WhereverItIs()
    {
        AssertFound("an entry of U is NaN", network => network.Tables[1][2, 1, 3] = double.NaN);
        AssertFound("an entry of U is Infinity", network => network.Tables[3][4, 3, 3] = double.PositiveInfinity);
        AssertFound("an entry of filterBias is NaN", network => network.Banks[2].Bias![2] = double.NaN);
        AssertFound("an entry of embedding is -Infinity", network => network.Embedding!.Row(6)[9] = double.NegativeInfinity);
        AssertFound("an entry of V is NaN", network => network.Output.Row(2)[18] = double.NaN);
        AssertFound("an entry of outputBias is NaN", network => network.Output.Bias![2] = double.NaN);
        AssertFound(null, _ => { });
    }

    /// <summary>Dropping a feature is the same as a network whose V has no weight for it; its filter gets no gradient.</summary>
    [Fact]
    public void Dropout_IsAsIfVHadThoseWeights()
    {
        Network<double> network = Create();
        double[] factors = new double[AlignedArray<double>.WholeLines(network.Features)];
        for (int j = 0; j < network.Features; j++)
            factors[j] = j % 3;
        Network<double> scaled = network.To<double>();
        for (int c = 0; c < 3; c++)
        {
            for (int j = 0; j < network.Features; j++)
                scaled.Output.Row(c)[j] *= factors[j];
        }

        (TextPass<double> dropped, TextGradient<double> ofDropped) = Run(network, factors);
        (TextPass<double> expected, TextGradient<double> gradient) = Run(scaled, []);
        Assert.All(expected.Logits.Zip(dropped.Logits), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        double[] responses = [.. ofDropped.Responses[..network.Features]];
        Assert.All(gradient.Responses[..network.Features].Zip(responses), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        Assert.Equal(0, responses[3]);
        Assert.NotEqual(0, responses[4]);

        // the next text has no dropout
        network.Forward(_text, _rows, Tables(network), [], dropped);
        Assert.NotEqual(0, dropped.Pooled[3]);
    }

    [Fact]
    public void ATextEndsForABank_WithTheLastWordThatItKnows()
    {
        var table = new FilterTable<float>(4, 1, 2);
        var vectors = new EmbeddingTable<float>(6, 2, 0, []);
        vectors.Row(1)[0] = vectors.Row(5)[0] = 1;
        var network = new Network<float>(
            [new FilterBank<float>(table, false, Padding.Wide)],
            vectors,
            [new FilterBank<float>(new FilterTable<float>(2, 1, 2), false, Padding.Wide)],
            Activation.Tanh,
            new OutputWeights<float>(OutputFunctions.Of<float>(OutputKind.Logistic), 1, 4, false));
        Assert.Equal(2, network.LengthFor(0, [3, 0, 4, 5]));
        Assert.Equal(1, network.LengthFor(1, [1, 2, 3]));
        Assert.Equal(4, network.LengthFor(1, [3, 0, 4, 5]));
    }

    [Theory]
    [MemberData(nameof(NetworkForms.All), MemberType = typeof(NetworkForms))]
    public void FiltersThatAreStoredTransposed_ComeBack(ConvNetOptions form)
    {
        if (form.Embedding is null) return;
        Network<double> network = NetworkInitializer.Create<double>(7, 2, form, new CounterRandom(3));
        var filters = new TransposedFilters<double>(network);
        double[][] before = [.. network.Tables[network.WordBanks..].Select(table => table.Entries.ToArray())];
        for (int b = network.WordBanks; b < network.Banks.Length; b++)
        {
            FilterTable<double> table = network.Tables[b];
            double[] column = new double[table.Words];
            for (int row = 0; row < table.RowLength; row++)
            {
                filters.AsMatrix(b).Pack<SingleLane<double>>(row, column);
                Assert.Equal(Enumerable.Range(0, table.Words).Select(s => table.WordRows(s)[row]), column);
            }
        }

        for (int at = 0; at < filters.Entries.Length; at++)
            filters.Entries[at] *= 2;
        filters.WriteBack();
        Assert.Equal(
            before.SelectMany(entries => entries.Select(entry => 2 * entry)),
            network.Tables[network.WordBanks..].SelectMany(table => table.Entries.ToArray()));
    }

    [Fact]
    public void APassOfOnesOwnModel_HasTheUsualProbabilities()
    {
        Assert.Equal(1 / (1 + Math.Exp(-2)), new OwnPass(2).Probability, 1e-15);
        Assert.Equal(Math.Log(1 / (1 + Math.Exp(2))), new OwnPass(2).LogLikelihood(Target.OfClass(0)), 1e-15);
        double[] exponentials = [Math.Exp(1), Math.Exp(-1), 1];
        Assert.All(
            exponentials.Zip(new OwnPass(1, -1, 0).Probabilities), pair => Assert.Equal(pair.First / exponentials.Sum(), pair.Second, 1e-15));
        Assert.Equal(Math.Log(exponentials[1] / exponentials.Sum()), new OwnPass(1, -1, 0).LogLikelihood(Target.OfClass(1)), 1e-15);
        Assert.Throws<ArgumentOutOfRangeException>(() => new OwnPass(1, -1, 0).LogLikelihood(Target.OfClass(3)));
        Assert.Empty(new OwnPass(1).Pooled);
        Assert.True(new OwnPass(1).IsOnSamePieceAs(new OwnPass(2)));
        Assert.Throws<ArgumentNullException>("other", () => new OwnPass(1).IsOnSamePieceAs(null!));
    }

    private static readonly int[] _text = [3, 0, 6, 6, 1];
    private static readonly int[] _rows = [0, 1, 2, 2, 3];

    private static Network<double> Create() => NetworkInitializer.Create<double>(7, 3, _form with { Biases = true }, new CounterRandom(3));

    private static void AssertFound(string? expected, Action<Network<double>> change)
    {
        Network<double> network = Create();
        change(network);
        Assert.Equal(expected, network.FindNotFinite());
    }

    private static (TextPass<double> Pass, TextGradient<double> Gradient) Run(Network<double> network, double[] factors)
    {
        var pass = new TextPass<double>(network);
        var gradient = new TextGradient<double>(network);
        network.Forward(_text, _rows, Tables(network), factors, pass);
        network.Output.Function.Errors(pass.Logits, Target.OfClass(1), gradient.Errors);
        network.Backward(pass, factors, gradient);
        return (pass, gradient);
    }

    /// <summary>The one-hot filters' tables, and the projections of the text's four different words.</summary>
    private static FilterTable<double>[] Tables(Network<double> network)
    {
        EmbeddingTable<double> embedding = network.Embedding!;
        double[] vectors = [.. _text.Distinct().SelectMany(word => embedding.Row(word)[..embedding.Dimension].ToArray())];
        return [.. network.Banks.Select((bank, b) => b < network.WordBanks ? bank.Table : bank.Project(vectors, 4))];
    }

    private sealed class OwnPass(params double[] logits) : ForwardPass
    {
        public override ImmutableArray<double> Logits => [.. logits];
    }
}
