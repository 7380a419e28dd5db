using MaxPoolConvNet.Tool.Switches;

namespace MaxPoolConvNet.Tool.Tests;

public class LabelWeightsTests
{
    [Fact]
    public void ALabel_MayHaveAnEqualsSign()
    {
        IReadOnlyDictionary<string, double> weights = LabelWeights.Parse(["a=b=0.5", "c=2e1"]);

        Assert.Equal((0.5, 20), (weights["a=b"], weights["c"]));
    }

    [Theory]
    [InlineData("=1")]
    [InlineData("a")]
    [InlineData("a=")]
    [InlineData("a=1,5")]
    public void WhatIsNoWeight_IsTold(string pair)
    {
        ArgumentException problem = Assert.Throws<ArgumentException>(() => LabelWeights.Parse([pair]));

        Assert.StartsWith($"--class-weight is '{pair}'", problem.Message, StringComparison.Ordinal);
    }
}
