using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Benchmarks.Peers;

/// <summary>
/// The network that is measured: Kim's (2014), three widths of 100 filters over trained vectors of 300 entries, tanh after the max-pool, one
/// logit. Windows lie within the text; one shorter than a window is filled up with zero words to one window.
/// </summary>
internal static class KimForm
{
    public const int Dimension = 300;
    public const int FiltersPerWidth = 100;
    public const double Dropout = 0.5;

    public static IReadOnlyList<int> Widths { get; } = [3, 4, 5];

    public static int WidestWindow => Widths[^1];

    public static int Features => Widths.Count * FiltersPerWidth;

    /// <summary>Windows of a text: one at least.</summary>
    public static int Windows(int words, int width) => Math.Max(1, words - width + 1);

    /// <summary>A network with random weights and, so that a side that forgets them is seen, random biases too.</summary>
    public static Network<float> CreateNetwork(int words)
    {
        var options = new ConvNetOptions
        {
            Filters = [],
            Padding = Padding.Narrow,
            InitialDeviation = 0.05,
            Embedding = new EmbeddingOptions { Dimension = Dimension, Filters = [.. Widths.Select(width => new FilterGroup(width, FiltersPerWidth))] },
        };
        Network<float> network = NetworkInitializer.Create<float>(words, 2, options, new CounterRandom(1));
        var random = new CounterRandom(2);
        for (int b = 0; b < network.Banks.Length; b++)
            random.Stream((ulong)b).FillNormal(network.Banks[b].Bias.AsSpan(0, FiltersPerWidth), 0, options.InitialDeviation);
        random.Stream((ulong)network.Banks.Length).FillNormal(network.Output.Bias.AsSpan(), 0, options.InitialDeviation);
        return network;
    }
}
