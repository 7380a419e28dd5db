using MaxPoolConvNet.Evaluation;

namespace MaxPoolConvNet.Tests.Evaluation.Acceptance;

public class ThresholdGridTests
{
    // log-odds from 36 down to −12 in steps of 0.02, then everything
    [Fact]
    public void LogOdds_AreEquallySpaced()
    {
        double[] thresholds = [.. ThresholdGrid.Thresholds];

        Assert.Equal(2_402, thresholds.Length);
        Assert.Equal(0, thresholds[^1]);
        Assert.Equal(Math.BitDecrement(1), thresholds[0], 2.5e-16);
        Assert.Equal(1 / (1 + Math.Exp(12)), thresholds[^2], 1e-15);
        for (int at = 800; at < 2_400; at++)
            Assert.Equal(36 - (0.02 * at), Math.Log(thresholds[at] / (1 - thresholds[at])), 1e-6);
    }

    [Fact]
    public void AnswersAtAThreshold_AreAccepted()
    {
        double threshold = ThresholdGrid.Thresholds[1_700];
        ScoredDecision[] decisions = [new(threshold, false), new(0.99, true), new(0, true)];
        AcceptedAnswers[] accepted = [.. ThresholdGrid.Count(decisions, floor: 0)];

        Assert.Equal([1, 2, 3], accepted.Select(one => one.Count));
        Assert.Equal([0, 1, 1], accepted.Select(one => one.WrongCount));
        // of the thresholds that accept the same, the smallest
        Assert.Equal([ThresholdGrid.Thresholds[1_699], ThresholdGrid.Thresholds[^2], 0], accepted.Select(one => one.MinimumProbability));
        Assert.Equal([0.01, 0.01 + 1 - threshold, 1.01 + 1 - threshold], accepted.Select(one => one.ExpectedWrongCount), (one, other) => Math.Abs(one - other) < 1e-12);
    }

    [Fact]
    public void WhatNothingAccepts_IsLeftOut()
    {
        Assert.Equal([(0.5, 1)], ThresholdGrid.Count([new ScoredDecision(0.5, true), new ScoredDecision(0.4, true)], floor: 0.5).Select(one => (one.MinimumProbability, one.Count)));
        Assert.Empty(ThresholdGrid.Count([new ScoredDecision(0.4, true)], floor: 0.5));
    }

    // of n answers, rate·n are wrong by the rate, with a deviation of √(rate·(1 − rate)·n)
    [Fact]
    public void TheMargin_IsInDeviations() =>
        Assert.Equal((10 - 4) / 3.0, new AcceptedAnswers(0.5, 100, wrongCount: 0, expectedWrongCount: 4).ExpectedMargin(0.1), 1e-12);
}
