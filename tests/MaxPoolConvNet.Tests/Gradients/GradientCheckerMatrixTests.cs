using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>The network's own gradients are right in every form of it, for texts of 0, 1, 3 and 12 words and both labels.</summary>
public class GradientCheckerMatrixTests
{
    private const int WordSize = 9;
    private static readonly CounterRandom _random = new(2024);
    private static readonly int[] _lengths = [0, 1, 3, 12];

    private static readonly bool[] _both = [true, false];
    private static readonly string[] _widths = ["1", "2", "5", "1,2,3"];

    /// <summary>All of them; those that aren't slow have every pair of an activation, a padding, biases or none, and widths among them.</summary>
    public static TheoryData<Activation, Padding, bool, string> Forms { get; } =
    [
        .. from activation in Enum.GetValues<Activation>()
           from padding in Enum.GetValues<Padding>()
           from biases in _both
           from widths in _widths
           let row = new TheoryDataRow<Activation, Padding, bool, string>(activation, padding, biases, widths)
           select biases == ((activation == Activation.Tanh) == (padding == Padding.Narrow)) ? row : row.WithTrait("Category", "Slow"),
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void WordIds_Pass(Activation activation, Padding padding, bool biases, string widths)
    {
        ConvNet network = Network(activation, padding, biases, widths);
        foreach (int words in _lengths)
            Passes(network, TextInput.FromWordIds([.. Enumerable.Range(0, words).Select(at => _random.Below(WordSize, (ulong)at))]));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void WordVectors_Pass(Activation activation, Padding padding, bool biases, string widths)
    {
        ConvNet network = Network(activation, padding, biases, widths);
        foreach (int words in _lengths)
        {
            Passes(network, TextInput.FromWordVectors(
                Matrix<double>.Build.Dense(words, WordSize, (word, entry) => _random.Normals((ulong)((word * WordSize) + entry)).First)));
        }
    }

    private static void Passes(ConvNet network, TextInput text)
    {
        for (int label = 0; label <= 1; label++)
        {
            GradientReport report = GradientCalls.Check(network, text, Target.OfClass(label));

            Assert.True(report.HasPassed, report.ToString());
            Assert.False(report.Direction.IsAtKink, report.ToString());
            foreach (Parameter parameter in network.Parameters)
            {
                Assert.Equal(0, report[parameter.Name].KinkEntryCount);
                Assert.Equal(parameter.RowsInUse(text).Count() * parameter.ColumnCount, report[parameter.Name].CheckedEntryCount);
            }
        }
    }

    private static ConvNet Network(Activation activation, Padding padding, bool biases, string widths)
    {
        var network = ConvNet.Random(
            WordSize,
            new ConvNetOptions
            {
                Filters = [.. widths.Split(',').Select(width => new FilterGroup(int.Parse(width, CultureInfo.InvariantCulture), 4))],
                Activation = activation,
                Padding = padding,
                Biases = biases,
                InitialDeviation = 0.5,
            },
            seed: 7);
        foreach (Parameter bias in network.Parameters.Where(parameter => parameter.Name.Contains("Bias", StringComparison.Ordinal)))
        {
            for (int column = 0; column < bias.ColumnCount; column++)
                bias[0, column] = 0.5 * _random.Normals((ulong)(1000 + column)).First;
        }

        return network;
    }
}
