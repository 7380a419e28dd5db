using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

public class GradientCheckerNotANumberTests
{
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void OneEntry_FailsAndIsNamed(double value)
    {
        GradientReport report = Check((_, _, u, _) => u[SmallNetwork.Text.WordIds[0], 2] = value);

        Assert.False(report.HasPassed);
        Assert.Equal(1, report["U"].WrongEntryCount);
        Assert.Equal($"U[{SmallNetwork.Text.WordIds[0]},2]", report["U"].Place);
        Assert.Equal(value, report["U"].Analytic);
        Assert.True(report["V"].HasPassed);
    }

    [Fact]
    public void EntryOfAWordThatDoesNotOccur_Fails()
    {
        GradientReport report = Check((_, _, u, _) => u[SmallNetwork.AbsentWord, 0] = double.NaN);

        Assert.False(report.Direction.HasPassed);
        Assert.False(report.HasPassed);
    }

    [Fact]
    public void EntryOfAWordThatDoesNotOccur_FailsAlsoWhereTheDirectionIsAtKinks()
    {
        // every window of every filter gives 0: whichever way all parameters move, some winner changes
        ConvNet network = SmallNetwork.FromFilters(new double[30, 40], width: 1, Activation.Tanh);
        var model = new FaultyModel(network, (_, _, u, _) => u[SmallNetwork.AbsentWord, 0] = double.NaN);

        GradientReport report = GradientCalls.Check(model, SmallNetwork.Text, Target.OfClass(1));

        Assert.True(report.Direction.IsAtKink);
        Assert.False(report.HasPassed);
    }

    [Fact]
    public void AllEntries_Fail()
    {
        GradientReport report = Check((_, _, u, v) =>
        {
            u.MapInplace(_ => double.NaN, Zeros.Include);
            v.MapInplace(_ => double.NaN, Zeros.Include);
        });

        Assert.Equal(report["U"].CheckedEntryCount, report["U"].WrongEntryCount);
        Assert.Equal(report["V"].CheckedEntryCount, report["V"].WrongEntryCount);
        Assert.False(report.Direction.HasPassed);
        Assert.False(report.HasPassed);
    }

    private static GradientReport Check(FaultyModel.Fault fault) =>
        GradientCalls.Check(new FaultyModel(SmallNetwork.Create(), fault), SmallNetwork.Text, Target.OfClass(1));
}
