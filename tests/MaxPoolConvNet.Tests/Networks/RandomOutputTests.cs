using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

public class RandomOutputTests
{
    private static readonly ConvNetOptions _options = new() { Filters = [new(1, 2), new(2, 2), new(3, 2)] };

    [Theory]
    [InlineData(2, null, OutputKind.Logistic, 1)]
    [InlineData(3, null, OutputKind.Softmax, 3)]
    [InlineData(2, OutputKind.Softmax, OutputKind.Softmax, 2)]
    [InlineData(2, OutputKind.MultiLabel, OutputKind.MultiLabel, 2)]
    [InlineData(1, OutputKind.MultiLabel, OutputKind.MultiLabel, 1)]
    public void TheOutputIsTheOneAskedForOrThatOfTheClasses(int classes, OutputKind? asked, OutputKind kind, int rows)
    {
        ConvNet network = ConvNet.Random(5, _options, 1, classes, asked);

        Assert.Equal((kind, rows), (network.Output.Kind, network.Output.LogitCount));
    }

    [Theory]
    [InlineData(1, null, "classes is 1; a number from 2 to 2147483647 was expected")]
    [InlineData(3, OutputKind.Logistic, "classes is 3; a number from 2 to 2 was expected")]
    [InlineData(0, OutputKind.MultiLabel, "classes is 0; a number from 1 to 2147483647 was expected")]
    [InlineData(2, (OutputKind)9, "output is 9; one of Logistic, Softmax, MultiLabel was expected")]
    public void ClassesThatTheOutputCannotHaveAreNamed(int classes, OutputKind? asked, string message) =>
        Assert.StartsWith(
            message, Assert.Throws<ArgumentOutOfRangeException>(() => ConvNet.Random(5, _options, 1, classes, asked)).Message, StringComparison.Ordinal);
}
