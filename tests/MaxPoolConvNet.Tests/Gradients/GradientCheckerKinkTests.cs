using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>Where the log-likelihood has a corner: right gradients pass there, and what can't be compared is counted.</summary>
public class GradientCheckerKinkTests
{
    [Fact]
    public void ReluAtExactlyZero_PassesAndIsCompared()
    {
        ConvNet network = SmallNetwork.FromFilters(new double[3, 4], width: 1, Activation.Relu);

        GradientReport report = GradientCalls.Check(network, TextInput.FromWordIds(2), Target.OfClass(1));

        Assert.True(report.HasPassed, report.ToString());
        Assert.Equal((4, 0), (report["U"].CheckedEntryCount, report["U"].KinkEntryCount));
    }

    [Fact]
    public void ReluAtExactlyZero_GradientOfTheOpenSideFails()
    {
        ConvNet network = SmallNetwork.FromFilters(new double[3, 4], width: 1, Activation.Relu);
        var model = new FaultyModel(network, (_, _, u, _) => u[2, 0] = 0.5);

        GradientReport report = GradientCalls.Check(model, TextInput.FromWordIds(2), Target.OfClass(1));

        Assert.False(report["U"].HasPassed);
    }

    [Fact]
    public void TwoEqualWindowsOfOtherWords_Pass()
    {
        ConvNet network = SmallNetwork.FromFilters(new double[,] { { 0.25 }, { 0.5 }, { 0.5 }, { 0.25 }, { -2 } }, width: 1, Activation.Tanh);

        GradientReport report = GradientCalls.Check(network, TextInput.FromWordIds(4, 1, 2), Target.OfClass(0));

        Assert.True(report.HasPassed, report.ToString());
        Assert.Equal((3, 0), (report["U"].CheckedEntryCount, report["U"].KinkEntryCount));
    }

    [Fact]
    public void TwoEqualWindowsOfOtherWords_GradientToTheSecondFails()
    {
        ConvNet network = SmallNetwork.FromFilters(new double[,] { { 0.25 }, { 0.5 }, { 0.5 }, { 0.25 }, { -2 } }, width: 1, Activation.Tanh);
        var model = new FaultyModel(network, (_, _, u, _) => (u[1, 0], u[2, 0]) = (u[2, 0], u[1, 0]));

        GradientReport report = GradientCalls.Check(model, TextInput.FromWordIds(4, 1, 2), Target.OfClass(0));

        Assert.False(report["U"].HasPassed);
    }

    [Fact]
    public void TwoEqualWindowsOfTheSameWords_Pass()
    {
        GradientReport report = GradientCalls.Check(SmallNetwork.Create(), TextInput.FromWordIds(7, 9, 7, 9, 7, 9), Target.OfClass(0));

        Assert.True(report.HasPassed, report.ToString());
        Assert.All(report.Blocks, block => Assert.Equal(0, block.KinkEntryCount));
    }

    [Fact]
    public void EntryAtACornerOnBothSides_IsLeftOutAndCounted()
    {
        // word 0's response is the first of two that are 0: up, the ReLU opens; down, word 1 wins
        ConvNet network = SmallNetwork.FromFilters(new double[2, 1], width: 1, Activation.Relu);

        GradientReport report = GradientCalls.Check(network, TextInput.FromWordIds(0, 1), Target.OfClass(1));

        Assert.True(report.HasPassed, report.ToString());
        Assert.Equal((1, 1), (report["U"].CheckedEntryCount, report["U"].KinkEntryCount));
        Assert.Contains("1 entries checked, 1 at kinks", report.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Activation.Tanh)]
    [InlineData(Activation.Relu)]
    public void TextShorterThanTheWindow_Passes(Activation activation)
    {
        foreach (TextInput text in new[] { TextInput.FromWordIds(), TextInput.FromWordIds(4) })
        {
            GradientReport report = GradientCalls.Check(SmallNetwork.Create(1, activation), text, Target.OfClass(1));

            Assert.True(report.HasPassed, report.ToString());
            Assert.Equal(text.WordCount * SmallNetwork.Width * SmallNetwork.FilterCount, report["U"].CheckedEntryCount);
            Assert.False(report.Direction.IsAtKink);
        }
    }
}
