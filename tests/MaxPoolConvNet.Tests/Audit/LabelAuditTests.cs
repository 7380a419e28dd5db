using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Audit;

public class LabelAuditTests
{
    [Fact]
    public void Suspects_AreTheFlippedLabels_WithTheOriginalOnesSuggested()
    {
        int[] flipped = [7, 40, 93];
        LabeledText[] texts = AuditCase.Flipped(120, flipped);

        LabelAuditReport report = AuditCase.Run(texts);

        Assert.Equal(flipped, report.Suspects.Select(suspect => suspect.Index).Order());
        Assert.All(report.Suspects, suspect =>
        {
            Assert.Equal([AuditCase.Texts(120)[suspect.Index].Label], suspect.SuggestedLabels);
            Assert.Equal([texts[suspect.Index].Label], suspect.GivenLabels);
            Assert.Equal(texts[suspect.Index].Text, suspect.Text);
            Assert.InRange(suspect.Suspicion, 0.75, 1);
        });
        Assert.Equal(3, report.FlaggedCount);
        Assert.Equal(117 / 120.0, report.Accuracy);
    }

    [Fact]
    public void Suspects_AreInTheOrderOfSuspicion_AndAsManyAsAskedFor()
    {
        LabelAuditReport report = AuditCase.Run(AuditCase.Flipped(120, 7, 40, 93), new LabelAuditOptions { SuspectCount = 10 });

        Assert.Equal(10, report.Suspects.Length);
        Assert.Equal([7, 40, 93], report.Suspects.Take(3).Select(suspect => suspect.Index).Order());
        Assert.Equal(report.Suspects.OrderByDescending(suspect => suspect.Suspicion).Select(suspect => suspect.Index), report.Suspects.Select(suspect => suspect.Index));
        Assert.All(report.Suspects, suspect => Assert.Equal(report.Suspicions[suspect.Index], suspect.Suspicion));
    }

    [Fact]
    public void Evidence_NamesTheWordsOfBothSides_AndSimilarTexts()
    {
        LabeledText[] texts = AuditCase.Flipped(120, 40);
        texts[40] = texts[40] with { Text = "dreadful , dull and dreadful , yet charming" };

        LabelSuspect suspect = AuditCase.Run(texts, new LabelAuditOptions { SuspectCount = 1 }).Suspects.Single();

        Assert.Contains(suspect.Evidence.ForSuggested, ngram => ngram.Text == "dull" && ngram.SuggestedTextCount > 10 && ngram.GivenTextCount == 0);
        Assert.Contains("charming", suspect.Evidence.ForGiven[0].Text, StringComparison.Ordinal);
        Assert.All(suspect.Evidence.ForSuggested.Concat(suspect.Evidence.ForGiven), ngram => Assert.True(ngram.Weight > 0));
        Assert.Equal(5, suspect.Evidence.SimilarTexts.Length);
        Assert.DoesNotContain(suspect.Evidence.SimilarTexts, similar => similar.Index == 40);
        EvidenceWord dull = suspect.Evidence.Words.Single(word => suspect.Text.Substring(word.Start, word.Length) == "dull");
        EvidenceWord charming = suspect.Evidence.Words.Single(word => suspect.Text.Substring(word.Start, word.Length) == "charming");
        Assert.True(dull.Weight > 0 && charming.Weight < 0);
    }

    [Fact]
    public void Result_DoesntDependOnThreads()
    {
        LabeledText[] texts = AuditCase.Flipped(60, 7, 40);

        LabelAuditReport one = AuditCase.Run(texts, new LabelAuditOptions { Threads = 1 });
        LabelAuditReport three = AuditCase.Run(texts, new LabelAuditOptions { Threads = 3 });

        Assert.Equal(one.Suspicions.AsEnumerable(), three.Suspicions);
        Assert.Equal(one.ToString(), three.ToString());
    }

    [Fact]
    public void Suspects_OfSeveralLabels_GainOrLoseOne()
    {
        LabeledText[] texts = [.. AuditCase.Texts(120).Select((text, t) => t % 3 == 0
            ? new LabeledText([text.Label, "long"], $"{text.Text} for hours and hours")
            : text)];
        texts[30] = texts[30] with { Labels = ["neg"] };
        texts[31] = texts[31] with { Labels = ["long", "pos"] };

        LabelAuditReport report = AuditCase.Run(texts);

        Assert.True(report.IsMultiLabel);
        Assert.Equal([30, 31], report.Suspects.Select(suspect => suspect.Index).Order());
        Assert.Equal(["long", "neg"], report.Suspects.Single(suspect => suspect.Index == 30).SuggestedLabels);
        LabelSuspect much = report.Suspects.Single(suspect => suspect.Index == 31);
        Assert.Equal(["pos"], much.SuggestedLabels);
        Assert.Contains(report.Suspects.Single(suspect => suspect.Index == 30).Evidence.ForSuggested, ngram => ngram.Text.Contains("hours", StringComparison.Ordinal));
        Assert.Empty(report.ConfusablePairs);
    }

    [Fact]
    public void ALabelWithFewerTextsThanFolds_IsRareButNotSuspicious()
    {
        LabeledText[] texts = [.. AuditCase.Texts(60), new("odd", "the film is superb and moving"), new("odd", "the cast is dull")];

        LabelAuditReport report = AuditCase.Run(texts);

        Assert.Equal(("odd", 2), (report.RareLabels.Single().Label, report.RareLabels.Single().TextCount));
        Assert.Equal([0, 0], report.Suspicions[^2..]);
        Assert.DoesNotContain(report.Suspects, suspect => suspect.Index >= 60);
    }

    [Fact]
    public void LabelsAtRandom_CannotBeToldApart()
    {
        LabeledText[] texts = [.. AuditCase.Texts(120).Select((text, t) => text.Label == "neg" && t / 32 % 2 == 0 ? text with { Label = "bad" } : text)];

        ConfusablePair pair = AuditCase.Run(texts).ConfusablePairs.Single();

        Assert.Equal(("bad", "neg"), (pair.First, pair.Second));
        Assert.InRange(pair.Error, 0.25, 1);
        Assert.Equal((pair.FirstAsSecondCount / 32.0 + pair.SecondAsFirstCount / 28.0) / 2, pair.Error, 1e-12);
    }

    [Fact]
    public void Texts_OfOneLabelOrNone_AreRefused()
    {
        Assert.Equal("there are no texts to train on (Parameter 'texts')", Assert.Throws<ArgumentException>(() => LabelAudit.Run([])).Message);
        string message = Assert.Throws<ArgumentException>(() => LabelAudit.Run([new LabeledText("a", "b"), new LabeledText("a", "c")])).Message;
        Assert.StartsWith("all 2 texts have the label 'a'; training needs texts with at least two labels", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("texts", () => LabelAudit.Run(null!));
        Assert.Throws<ArgumentException>("texts", () => LabelAudit.Run([null!]));
    }

    [Fact]
    public void LabelsOfOneTextEach_AreRareAndNotJudged()
    {
        LabelAuditReport report = AuditCase.Run([.. Enumerable.Range(0, 8).Select(t => new LabeledText($"label {t}", $"a text about number {t}"))]);

        Assert.Equal(8, report.RareLabels.Length);
        Assert.Empty(report.Suspects);
    }

    [Fact]
    public void Options_OutOfRange_AreRefused()
    {
        LabeledText[] texts = AuditCase.Texts(20);

        Assert.Throws<ArgumentOutOfRangeException>(nameof(LabelAuditOptions.Folds), () => LabelAudit.Run(texts, new LabelAuditOptions { Folds = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(
            nameof(LabelAuditOptions.DuplicateThreshold), () => LabelAudit.Run(texts, new LabelAuditOptions { DuplicateThreshold = 0 }));
    }

    [Fact]
    public void ACancelledAudit_Throws() => Assert.ThrowsAny<OperationCanceledException>(
        () => LabelAudit.Run(AuditCase.Texts(40), cancellationToken: new CancellationToken(canceled: true)));

    [Fact]
    public void ToString_HasOneLinePerKind()
    {
        string[] lines = AuditCase.Run(AuditCase.Flipped(120, 7)).ToString().Split(Environment.NewLine);

        Assert.Equal(8, lines.Length);
        Assert.Equal("120 texts, 2 labels; other texts agree with 99.2 % of the labels", lines[0]);
        Assert.Equal("labels to check: 1 (0.8 % of the texts)", lines[1]);
    }
}
