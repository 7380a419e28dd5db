using MaxPoolConvNet.Evaluation;

namespace MaxPoolConvNet.Tests;

public class HelpfulTextsTests
{
    [Fact]
    public void TheNumber_IsWhereTheCurveComesWithinFivePointsOfTheMostFrequentLabels()
    {
        // error rates 0.5, 0.2 and 0.1: 0.05 + 2.8·n^(−0.79), which is 0.15 at 67
        int[] texts = [10, 160, 10, 40, 10, 40];
        int[] correct = [4, 144, 5, 32, 6, 32];

        Assert.Equal(67, HelpfulTexts.Of(texts, correct));
    }

    [Fact]
    public void LabelsWithoutATextOrInTooSmallAGroup_DontCount()
    {
        // the labels with 1 and 4 texts are in groups of less than 20 texts
        Assert.Equal(67, HelpfulTexts.Of([10, 160, 10, 40, 10, 40, 0, 1, 4], [4, 144, 5, 32, 6, 32, 0, 1, 4]));
        Assert.Null(HelpfulTexts.Of([19, 40, 40, 160], [5, 32, 32, 144]));
        Assert.NotNull(HelpfulTexts.Of([20, 40, 40, 160], [5, 32, 32, 144]));
    }

    [Theory]
    [InlineData(new[] { 50, 60, 200 }, new[] { 20, 20, 180 })] // two groups
    [InlineData(new[] { 100, 200, 400 }, new[] { 90, 180, 360 })] // equally hard
    [InlineData(new[] { 100, 200, 400 }, new[] { 95, 180, 340 })] // rare labels are easier
    [InlineData(new[] { 100, 200, 400 }, new[] { 86, 174, 360 })] // 4 points harder: within 5
    [InlineData(new[] { 20, 40, 80 }, new[] { 16, 35, 72 })] // 10 points, but 20 texts can't show it
    [InlineData(new int[0], new int[0])]
    public void WhereNothingCanBeSaid_ThereIsNoNumber(int[] texts, int[] correct) => Assert.Null(HelpfulTexts.Of(texts, correct));

    [Fact]
    public void TheNumber_IsAtMostThatOfTheMostFrequentLabels()
    {
        // the error falls by as much with each doubling: there is no end in sight
        int? texts = HelpfulTexts.Of([100, 200, 400, 800], [20, 80, 240, 640]);

        Assert.InRange(texts!.Value, 400, 800);
    }
}
