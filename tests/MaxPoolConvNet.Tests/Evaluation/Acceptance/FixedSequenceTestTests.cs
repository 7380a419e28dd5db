using MaxPoolConvNet.Evaluation;

namespace MaxPoolConvNet.Tests.Evaluation.Acceptance;

/// <summary>Sequences of a few thresholds, at 5 %.</summary>
public class FixedSequenceTestTests
{
    // 58 answers without a wrong one are as likely as 5.1 %
    [Fact]
    public void AThresholdOfTooFewAnswers_IsNotTheStart()
    {
        var few = new AcceptedAnswers(0.9, 58, wrongCount: 0, expectedWrongCount: 0);
        var many = new AcceptedAnswers(0.8, 1_000, wrongCount: 20, expectedWrongCount: 45);

        Assert.Equal(1_000, FixedSequenceTest.Loosest([few, many], 0.05)?.Count);
        Assert.Null(FixedSequenceTest.Loosest([few], 0.05));
        Assert.Null(FixedSequenceTest.Loosest([], 0.05));
    }

    // of 110 answers, at most one is wrong by chance in 2.4 %, at most two in 8 %
    [Theory]
    [InlineData(1.6, true)] // the probabilities say that one will be wrong
    [InlineData(1.7, false)] // two: then a tenth of the level is needed
    public void TheLevel_DependsOnWhatTheProbabilitiesSay(double expectedWrong, bool isRejected) => Assert.Equal(
        isRejected, FixedSequenceTest.Loosest([new AcceptedAnswers(0.9, 110, wrongCount: 1, expectedWrong)], 0.05) is not null);

    [Fact]
    public void TheSequence_EndsWithTheFirstFailure()
    {
        var safe = new AcceptedAnswers(0.9, 1_000, wrongCount: 10, expectedWrongCount: 10);
        var wrong = new AcceptedAnswers(0.8, 1_100, wrongCount: 110, expectedWrongCount: 20);
        var right = new AcceptedAnswers(0.7, 10_000, wrongCount: 110, expectedWrongCount: 100);

        Assert.Equal(1_000, FixedSequenceTest.Loosest([safe, wrong, right], 0.05)?.Count);
        Assert.Equal(10_000, FixedSequenceTest.Loosest([safe, right], 0.05)?.Count);
    }
}
