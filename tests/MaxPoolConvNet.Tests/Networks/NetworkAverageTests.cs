using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>Averaged networks are one network whose logits are the mean of theirs.</summary>
public class NetworkAverageTests
{
    private static readonly CounterRandom _random = new(31);

    public static MatrixTheoryData<string, OutputKind, bool> Forms { get; } = new(
        ["one-hot", "trained", "static beside one-hot", "two channels beside one-hot"], [OutputKind.Logistic, OutputKind.Softmax, OutputKind.MultiLabel], [true, false]);

    [Theory]
    [MemberData(nameof(Forms))]
    public void Of_GivesTheMeanOfTheLogits(string form, OutputKind output, bool biases)
    {
        const int Words = 13;
        var options = new ConvNetOptions
        {
            Filters = form == "trained" ? [] : [new(1, 3), new(3, 3)],
            Biases = biases,
            InitialDeviation = 0.5,
            Embedding = form switch
            {
                "one-hot" => null,
                "trained" => new EmbeddingOptions { Dimension = 5, Filters = [new(2, 4), new(3, 17)] },
                "static beside one-hot" => new EmbeddingOptions { Kind = EmbeddingKind.Static, Dimension = 5, Filters = [new(2)] },
                _ => new EmbeddingOptions { Kind = EmbeddingKind.TwoChannel, Dimension = 3, Filters = [new(2, 2), new(1, 2)] },
            },
        };
        Network<double>[] networks =
        [
            .. Enumerable.Range(0, 3).Select(n =>
                NetworkInitializer.Create<double>(new FilterWords(Words), output == OutputKind.Logistic ? 2 : 4, output, options, null, _random.Stream((ulong)n), _random, FilterShare.All)),
        ];
        SetBiases(networks);
        SetVectors(networks);

        var average = ConvNet.FromNetwork(NetworkAverage.Of(networks));

        for (int length = 0; length <= 8; length += 2)
        {
            TextInput text = TextInput.FromWordIds([.. Enumerable.Range(0, length).Select(at => _random.Below(Words, (ulong)(100 + at)))]);
            ForwardPass[] passes = [.. networks.Select(network => ConvNet.FromNetwork(network).Forward(text))];
            ForwardPass ofAverage = average.Forward(text);
            for (int c = 0; c < ofAverage.Logits.Length; c++)
                Assert.Equal(passes.Average(pass => pass.Logits[c]), ofAverage.Logits[c], 1e-12);
            Assert.Equal(networks.Sum(network => network.Features), ofAverage.Pooled.Length);
        }
    }

    [Fact]
    public void Of_OneNetworkIsItself()
    {
        var network = NetworkInitializer.Create<float>(3, 2, new ConvNetOptions(), _random);
        Assert.Same(network, NetworkAverage.Of([network]));
    }

    private static void SetBiases(Network<double>[] networks)
    {
        foreach (Network<double> network in networks)
        {
            foreach (FilterBank<double> bank in network.Banks.Where(bank => bank.Bias is not null))
                bank.Bias![0] = network.Output.Row(0)[0];
            if (network.Output.Bias is not null) network.Output.Bias[0] = network.Output.Row(0)[1];
        }
    }

    /// <summary>Vectors start equal in both channels and, where they are shared, in all networks.</summary>
    private static void SetVectors(Network<double>[] networks)
    {
        for (int n = 0; n < networks.Length; n++)
        {
            if (networks[n].Embedding is not { } embedding) continue;
            for (int word = 0; word < embedding.Words; word++)
            {
                foreach (ref double entry in embedding.Trained(word))
                    entry = (0.5 * entry) + n;
            }
        }
    }
}
