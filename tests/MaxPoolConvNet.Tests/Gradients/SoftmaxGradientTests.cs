using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

public class SoftmaxGradientTests
{
    public static MatrixTheoryData<Activation, Padding, bool, int> Forms { get; } =
        new([Activation.Tanh, Activation.Relu], [Padding.Narrow, Padding.Wide], [true, false], [0, 2, 4]);

    [Theory]
    [MemberData(nameof(Forms))]
    public void EveryFormOfTheNetwork_PassesTheCheck(Activation activation, Padding padding, bool biases, int label)
    {
        var options = new ConvNetOptions
        {
            Filters = [new(1, 6), new(3, 6)], Activation = activation, Padding = padding, Biases = biases, InitialDeviation = 0.5,
        };
        ConvNet network = ConvNet.Random(wordSize: 20, options, seed: 11, classes: 5);
        TextInput text = TextInput.FromWordIds(3, 17, 0, 3, 9, 9, 12);

        GradientReport report = GradientCalls.Check(network, text, Target.OfClass(label));

        Assert.True(report.HasPassed, report.ToString());
        Assert.Equal(5 * 12, report["V"].CheckedEntryCount);
        Assert.All(report.Blocks, block => Assert.Equal(0, block.KinkEntryCount));
    }
}
