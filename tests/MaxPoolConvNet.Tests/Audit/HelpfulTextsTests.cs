using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Audit;

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

    [Fact]
    public void AnAudit_NamesTheNumberBesideTheRareLabels()
    {
        // the texts of six labels with four have no word in common, half of those of three labels with 12 have, and all of two labels with 40
        LabeledText[] texts =
        [
            .. Enumerable.Range(0, 24).Select(t => new LabeledText($"rare {t / 4}", $"the word{t} here")),
            .. Enumerable.Range(0, 36).Select(t => new LabeledText($"some {t / 12}", t % 2 == 0 ? $"the topic{t / 12} here" : $"the other{t} here")),
            .. Enumerable.Range(0, 80).Select(t => new LabeledText($"much {t / 40}", $"the subject{t / 40} here")),
        ];

        LabelAuditReport report = AuditCase.Run(texts);

        Assert.Equal(6, report.RareLabels.Length);
        Assert.InRange(report.HelpfulTextCount!.Value, 12, 40);
        Assert.Contains(
            $"labels with too few texts: 6: rare 0 (4), rare 1 (4), rare 2 (4), …; about {report.HelpfulTextCount} texts make a label nearly as accurate as "
            + "the most frequent ones",
            report.ToString(),
            StringComparison.Ordinal);
    }
}
