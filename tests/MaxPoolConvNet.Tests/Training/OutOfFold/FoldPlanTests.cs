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
}
