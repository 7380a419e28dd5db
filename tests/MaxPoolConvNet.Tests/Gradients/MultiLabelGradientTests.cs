using System.Collections.Immutable;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

public class MultiLabelGradientTests
{
    private static readonly TextInput _text = TextInput.FromWordIds(3, 17, 0, 3, 9, 9, 12);

    public static MatrixTheoryData<Activation, Padding, bool, string, string> Forms { get; } =
        new([Activation.Tanh, Activation.Relu], [Padding.Narrow, Padding.Wide], [true, false], ["2", "1,3"], ["", "2", "0,1,4"]);

    [Theory]
    [MemberData(nameof(Forms))]
    public void EveryFormOfTheNetwork_PassesTheCheck(Activation activation, Padding padding, bool biases, string widths, string labels)
    {
        var options = new ConvNetOptions
        {
            Filters = [.. Numbers(widths).Select(width => new FilterGroup(width, 5))], Activation = activation, Padding = padding, Biases = biases, InitialDeviation = 0.5,
        };
        ConvNet network = ConvNet.Random(wordSize: 20, options, seed: 11, classes: 5, OutputKind.MultiLabel);

        GradientReport report = GradientCalls.Check(network, _text, Target.OfClasses([.. Numbers(labels)]));

        Assert.True(report.HasPassed, report.ToString());
        Assert.Equal(5 * network.FeatureCount, report["V"].CheckedEntryCount);
        Assert.All(report.Blocks, block => Assert.Equal(0, block.KinkEntryCount));
    }

    [Fact]
    public void GradientsOfAnotherSetOfLabels_FailTheCheck()
    {
        ConvNet network = ConvNet.Random(20, new ConvNetOptions { Filters = [new(1, 5), new(2, 5), new(3, 5)], InitialDeviation = 0.5 }, 11, 5, OutputKind.MultiLabel);
        Gradients wrong = network.Backward(network.Forward(_text), Target.OfClasses(0, 1, 3));
        var faulty = new ReplacedGradients(network, _ => wrong);

        Assert.False(GradientCalls.Check(faulty, _text, Target.OfClasses(0, 1, 4)).HasPassed);
        Assert.True(GradientCalls.Check(faulty, _text, Target.OfClasses(0, 1, 3)).HasPassed);
    }

    private static ImmutableArray<int> Numbers(string list) =>
        [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
}
