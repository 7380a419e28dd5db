using CsCheck;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>A random network of any form and a random text of its words.</summary>
internal sealed record RandomCase(ConvNetOptions Options, ulong Seed, int[] WordIds)
{
    public const int Vocabulary = 12;

    private static readonly int[][] _widths = [[1], [2], [3], [5], [1, 2, 3], [4, 2]];

    public static Gen<RandomCase> Cases { get; } = Gen.Select(
        Gen.Int[0, _widths.Length - 1],
        Gen.Int[1, 20],
        Gen.Bool,
        Gen.Bool,
        Gen.Bool,
        Gen.ULong,
        Gen.Int[0, Vocabulary - 1].Array[0, 15],
        (widths, filters, relu, wide, biases, seed, wordIds) => new RandomCase(
            new ConvNetOptions
            {
                Filters = [.. _widths[widths].Select(width => new FilterGroup(width, filters))],
                Activation = relu ? Activation.Relu : Activation.Tanh,
                Padding = wide ? Padding.Wide : Padding.Narrow,
                Biases = biases,
                InitialDeviation = 0.5,
            },
            seed,
            wordIds));

    public TextInput Text => TextInput.FromWordIds(WordIds);

    public override string ToString() =>
        $"{string.Join(',', Options.Filters!)}, {Options}, seed {Seed}, words {string.Join(' ', WordIds)}";

    /// <summary>With biases that aren't zero.</summary>
    public ConvNet Network()
    {
        var network = ConvNet.Random(Vocabulary, Options, Seed);
        var random = new CounterRandom(Seed).Stream(77);
        foreach (Parameter bias in network.Parameters.Where(parameter => parameter.Name.Contains("Bias", StringComparison.Ordinal)))
        {
            for (int column = 0; column < bias.ColumnCount; column++)
                bias[0, column] = random.Normals((ulong)column).First;
        }

        return network;
    }
}
