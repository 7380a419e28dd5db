using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests.Training;

/// <summary>Which texts fold networks train on, and which they predict.</summary>
public sealed class FoldPlanTests
{
    private static readonly LabeledText[] _texts =
        [.. Enumerable.Range(0, 200).Select(text => new LabeledText(text < 100 ? "good" : "bad", $"text {text}"))];

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 6)]
    [InlineData(3, 9)]
    [InlineData(5, 9)]
    public void Acceptance_EachTextIsPredictedOnceInEachRound_ByNetworksThatHaveNotSeenIt(int networks, int parts)
    {
        FoldPlan plan = FoldPlan.Of(_texts, 2, new TrainingOptions { Acceptance = true, Networks = networks });

        Assert.Equal(parts, plan.Parts.Count);
        Assert.Equal(_texts, plan.Scored);
        foreach (FoldPart[] round in plan.Parts.Chunk(3))
        {
            Assert.Equal(Enumerable.Range(0, 200), round.SelectMany(part => part.HeldOut).Order());
            foreach (FoldPart part in round)
                Assert.Equal(_texts, part.Training.Concat(part.HeldOut.Select(text => plan.Scored[text])).OrderBy(text => Array.IndexOf(_texts, text)));
        }
    }

    [Fact]
    public void Acceptance_RoundsAreDividedAnew()
    {
        FoldPlan plan = FoldPlan.Of(_texts, 2, new TrainingOptions { Acceptance = true, Networks = 3 });

        // of texts that are held out together in one round, about a third are in another
        foreach (FoldPart part in plan.Parts.Take(3))
        {
            foreach (FoldPart other in plan.Parts.Skip(3))
                Assert.InRange(part.HeldOut.Intersect(other.HeldOut).Count(), 11, 34);
        }
    }

    [Fact]
    public void Acceptance_RoundsAreThoseOfConsecutiveSeeds()
    {
        FoldPlan plan = FoldPlan.Of(_texts, 2, new TrainingOptions { Acceptance = true, Networks = 3, Seed = 5 });
        FoldPlan next = FoldPlan.Of(_texts, 2, new TrainingOptions { Acceptance = true, Networks = 3, Seed = 6 });

        Assert.Equal(plan.Parts.Skip(3).Select(part => part.HeldOut), next.Parts.Take(6).Select(part => part.HeldOut));
    }

    [Fact]
    public void ATextWithALabelOfItsOwnBesideAnother_CannotBePredicted()
    {
        LabeledText[] texts = [.. _texts, new LabeledText(["good", "rare"], "the only one of both")];
        Assert.Equal(_texts, FoldPlan.Of(texts, 3, new TrainingOptions { Acceptance = true }).Scored);
    }

    [Fact]
    public void LabelsOnlyText_CannotBePredicted_AndIsTrainedOn()
    {
        LabeledText[] texts = [.. _texts, new LabeledText("rare", "the only one")];

        FoldPlan plan = FoldPlan.Of(texts, 3, new TrainingOptions { Acceptance = true });

        Assert.Equal(_texts, plan.Scored);
        Assert.Equal(6, plan.Parts.Count(part => part.Training.Contains(texts[^1])));
    }

    [Fact]
    public void MoreLogitsThanAreKept_TextsAtEqualDistancesArePredicted()
    {
        FoldPlan plan = FoldPlan.Of(_texts, labelCount: 20_000_000 / 50, new TrainingOptions { Acceptance = true });

        Assert.Equal(Enumerable.Range(0, 50).Select(text => _texts[4 * text]), plan.Scored);
        Assert.All(plan.Parts, part => Assert.InRange(part.Training.Count, 133, 134));
    }

    [Fact]
    public void NeitherCalibrationNorAcceptance_NeedsThem()
    {
        FoldPlan plan = FoldPlan.Of(_texts, 2, new TrainingOptions { Calibration = Calibration.None });

        Assert.Same(FoldPlan.None, plan);
        Assert.Null(plan.WhyNone);
    }

    [Theory]
    [InlineData(4_999, 3, 4_999)]
    [InlineData(5_000, 1, 1_000)]
    public void Calibration_OfManyTexts_HoldsOutAFifth(int count, int parts, int scored)
    {
        LabeledText[] texts = [.. Enumerable.Range(0, count).Select(text => new LabeledText(text % 2 == 0 ? "good" : "bad", $"text {text}"))];

        FoldPlan plan = FoldPlan.Of(texts, 2, new TrainingOptions { Calibration = Calibration.OutOfFold });

        Assert.Equal((1, parts), (plan.Rounds, plan.Parts.Count));
        Assert.InRange(plan.Parts.Sum(part => part.HeldOut.Length), scored - 1, scored + 1);
        Assert.Equal(plan.Parts.Sum(part => part.HeldOut.Length), plan.Scored.Count);
    }

    [Theory]
    [InlineData(499_999, 2, false, 0, 1)]
    [InlineData(500_000, 2, false, 20_000, 0)]
    [InlineData(500_000, 1, false, 0, 1)]
    [InlineData(500_000, 2, true, 0, 6)]
    public void OfVeryManyTexts_TheLastOfSeveralNetworksLeavesSomeOut(int count, int networks, bool acceptance, int leftOut, int parts)
    {
        LabeledText[] kinds = [.. Enumerable.Range(0, 10).Select(kind => new LabeledText(kind < 9 ? "good" : "bad", $"text {kind}"))];
        LabeledText[] texts = [.. Enumerable.Range(0, count).Select(text => kinds[text % 10])];

        FoldPlan plan = FoldPlan.Of(texts, 2, new TrainingOptions { Networks = networks, Acceptance = acceptance });

        Assert.Equal((leftOut, parts), (plan.LeftOut.Length, plan.Parts.Count));
        if (leftOut == 0) return;
        Assert.Equal(plan.LeftOut.Distinct().Order(), plan.LeftOut);
        Assert.Equal(plan.LeftOut.Select(text => texts[text]), plan.Scored);
        Assert.Equal(leftOut / 10, plan.Scored.Count(text => text.Labels[0] == "bad"));
    }

    [Fact]
    public void TooFewTexts_AreSaid()
    {
        TrainingOptions options = new() { Calibration = Calibration.OutOfFold };
        LabeledText[] few = [.. _texts[90..110]];
        LabeledText[] ofOneLabel = [.. _texts[..99], _texts[^1]];

        Assert.Null(FoldPlan.Of(few, 2, options).WhyNone);
        Assert.Equal("there are 19 texts to train on; at least 20 are needed", FoldPlan.Of(few[1..], 2, options).WhyNone);
        Assert.Equal(
            "fewer than two labels have two texts, or fewer than 20 texts share a label with others",
            FoldPlan.Of(ofOneLabel, 2, options).WhyNone);
        Assert.Empty(FoldPlan.Of(ofOneLabel, 2, options).Parts);
    }
}
