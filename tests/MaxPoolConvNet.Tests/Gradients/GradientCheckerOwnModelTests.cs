using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

public class GradientCheckerOwnModelTests
{
    private static readonly TextInput _text = TextInput.FromWordIds(0, 3, 3, 2);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void RightModel_Passes(int label)
    {
        GradientReport report = GradientCalls.Check(new BagOfWords([0.5, -1, 0.25, 0.75]), _text, Target.OfClass(label));

        Assert.True(report.HasPassed, report.ToString());
        Assert.Equal(4, report["weights"].CheckedEntryCount);
        Assert.Equal(1, report["bias"].CheckedEntryCount);
        Assert.True(report["weights"].LargestEntry > 0.1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.0001)]
    [InlineData(-1)]
    public void WrongModel_Fails(double factor)
    {
        GradientReport report = GradientCalls.Check(new BagOfWords([0.5, -1, 0.25, 0.75], factor), _text, Target.OfClass(1));

        Assert.False(report["weights"].HasPassed);
        Assert.False(report["bias"].HasPassed);
        Assert.False(report.HasPassed);
    }
}
