using System.Collections.Concurrent;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Audit;

/// <summary>The second round of an audit, by networks that haven't learned the labels that the first one doubts.</summary>
public class SecondRoundTests
{
    [Fact]
    public void SuspectsAreNotTrusted_ButAtMostHalfOfALabelsTexts()
    {
        float[] suspicions = new float[16];
        (suspicions[0], suspicions[2], suspicions[4], suspicions[6]) = (0.51f, 0.9f, 0.5f, 0.6f); // neg
        for (int text = 1; text < 12; text += 2)
            suspicions[text] = 0.6f + (0.01f * text); // pos: 1, 3, 5, 7, 9, 11

        bool[] isTrusted = TrustedTexts.Of(Audited(AuditCase.Texts(16)), [.. suspicions.Select(one => new Judgement(one, 0, false))]);

        Assert.Equal([0, 2, 5, 6, 7, 9, 11], Enumerable.Range(0, 16).Where(text => !isTrusted[text]));
    }

    [Fact]
    public void OfSeveralLabels_AtMostHalfOfAllTextsAreNotTrusted()
    {
        LabeledText[] texts = AuditCase.Texts(16);
        texts[0] = texts[0] with { Labels = ["neg", "pos"] };

        bool[] isTrusted = TrustedTexts.Of(Audited(texts), [.. texts.Select((_, t) => new Judgement(1 - (0.01f * t), 0, false))]);

        Assert.Equal(Enumerable.Range(8, 8), Enumerable.Range(0, 16).Where(text => isTrusted[text]));
    }

    [Fact]
    public void NetworksThatHaveNotSeenWrongLabels_FindThemMoreWrong()
    {
        int[] flipped = [.. Enumerable.Range(0, 40).Select(one => 3 * one)];
        AuditedTexts texts = Audited(AuditCase.Flipped(120, flipped));
        bool[] all = [.. Enumerable.Repeat(true, 120)];
        bool[] trusted = [.. all.Select((_, text) => !flipped.Contains(text))];

        OutOfFoldScores first = Scores(texts, all);
        OutOfFoldScores second = Scores(texts, trusted);

        Assert.All(flipped, text => Assert.True(OfGiven(second, texts, text) < OfGiven(first, texts, text)));
        float[] firstOfText = first.Of(3).ToArray();
        first.AverageWith(second);
        Assert.Equal(firstOfText.Zip(second.Of(3).ToArray(), (a, b) => (a + b) / 2), first.Of(3).ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void ASecondRoundIsRun_WhereTheFirstDoubtsALabel(int rounds)
    {
        LabeledText[] texts = rounds == 2 ? AuditCase.Flipped(120, 7, 40, 93) : AuditCase.Texts(120);
        var reports = new ConcurrentQueue<FoldProgress>();

        LabelAudit.Run(texts, new LabelAuditOptions { Threads = 2 }, new Collector(reports), TestContext.Current.CancellationToken);

        // a network's epochs only rise
        foreach (IGrouping<int, int> epochs in reports.GroupBy(one => one.Fold, one => one.Training.Epoch))
            Assert.Equal(rounds - 1, epochs.Zip(epochs.Skip(1), (before, after) => after < before).Count(isNew => isNew));
        Assert.Equal([1, 2, 3, 4, 5], reports.Select(one => one.Fold).Distinct().Order());
    }

    private static AuditedTexts Audited(LabeledText[] texts) => AuditedTexts.Of(texts, TestContext.Current.CancellationToken);

    private static OutOfFoldScores Scores(AuditedTexts texts, bool[] isTrusted) =>
        OutOfFoldScores.Of(texts, isTrusted, new LabelAuditOptions { Threads = 1 }, null, TestContext.Current.CancellationToken);

    private static float OfGiven(OutOfFoldScores scores, AuditedTexts texts, int text) => scores.Of(text)[texts.Classes[text][0]];

    private sealed class Collector(ConcurrentQueue<FoldProgress> reports) : IProgress<FoldProgress>
    {
        public void Report(FoldProgress value) => reports.Enqueue(value);
    }
}
