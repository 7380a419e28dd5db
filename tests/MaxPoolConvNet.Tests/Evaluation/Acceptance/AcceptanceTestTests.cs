using System.Collections.Immutable;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class AcceptanceTestTests
{
    // 0.95^59 < 0.05, 0.9^29 < 0.05, 0.85^19 < 0.05, 0.8^14 < 0.05
    [Theory]
    [InlineData(13, new double[0])]
    [InlineData(14, new[] { 0.2 })]
    [InlineData(19, new[] { 0.15, 0.2 })]
    [InlineData(29, new[] { 0.1, 0.15, 0.2 })]
    [InlineData(58, new[] { 0.1, 0.15, 0.2 })]
    [InlineData(59, new[] { 0.05, 0.1, 0.15, 0.2 })]
    [InlineData(598, new[] { 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.15, 0.2 })]
    public void WithoutErrors_TheNumberOfTextsDecides(int count, double[] rates)
    {
        ErrorPromises promises = AcceptanceTest.Of([.. Enumerable.Repeat(new ScoredDecision(0.9995, true), count)]);

        Assert.Equal(rates, promises.Promises.Select(promise => promise.Rate));
        Assert.Equal(count, promises.DecisionCount);
        Assert.All(promises.Promises, promise => Assert.Equal((0, 1), (Assert.Single(promise.Minimums), promise.Coverage)));
    }

    [Theory]
    [InlineData(59, 0.999, true)]
    [InlineData(59, 0.9, false)]
    [InlineData(103, 0.9, false)]
    [InlineData(104, 0.9, true)]
    public void AgainstTheOddsOfTheProbabilities_ATenthOfTheLevelIsNeeded(int count, double probability, bool isPromised)
    {
        // 0.95 to the power of 59 is 4.8 %, and to the power of 104 0.48 %
        ErrorPromises promises = AcceptanceTest.Of([.. Enumerable.Repeat(new ScoredDecision(probability, true), count)]);

        Assert.Equal(isPromised, promises.Promises.Any(promise => promise.Rate == 0.05));
    }

    [Fact]
    public void EqualProbabilities_AreAcceptedTogether()
    {
        ScoredDecision[] decisions =
        [
            .. Enumerable.Repeat(new ScoredDecision(0.9, true), 400), .. Enumerable.Repeat(new ScoredDecision(0.6, true), 100), .. Enumerable.Repeat(new ScoredDecision(0.6, false), 100),
        ];

        foreach (ScoredDecision[] order in new[] { decisions, [.. decisions.Reverse()] })
        {
            ErrorPromise promise = AcceptanceTest.Of(order).Promises.Single(one => one.Rate == 0.05);

            Assert.InRange(Assert.Single(promise.Minimums), 0.6000001, 0.61);
            Assert.Equal(400.0 / 600, promise.Coverage);
        }
    }

    [Fact]
    public void ALargerRate_AcceptsAtLeastAsMuch()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            ErrorPromises promises = AcceptanceTest.Of(RiskCurve.Calibrated(3).Draw(400, new Random(seed)));

            Assert.Equal(promises.Promises.Select(one => one.Rate).Order(), promises.Promises.Select(one => one.Rate));
            Assert.Equal(promises.Promises.Select(one => one.Coverage).Order(), promises.Promises.Select(one => one.Coverage));
            Assert.Equal(promises.Promises.Select(one => one.Minimums[0]).OrderDescending(), promises.Promises.Select(one => one.Minimums[0]));
            Assert.All(promises.Promises, one => Assert.True(one.Accepts(0, 1) && !one.Accepts(0, one.Minimums[0] - 1e-9)));
        }
    }

    [Fact]
    public void Probabilities_ThatAreAllWrong_PromiseNothing()
    {
        Assert.Empty(AcceptanceTest.Of([.. Enumerable.Repeat(new ScoredDecision(1, false), 5_000)]).Promises);
        Assert.Empty(AcceptanceTest.Of([]).Promises);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void AProbability_ThatIsNone(double probability) =>
        Assert.Throws<ArgumentException>(() => AcceptanceTest.Of([new ScoredDecision(0.5, true), new ScoredDecision(probability, true)]));

    [Fact]
    public void EachLabel_HasAThresholdOfItsOwn()
    {
        ScoredDecision[] good = [.. Enumerable.Repeat(new ScoredDecision(0.999, true), 100)];
        ScoredDecision[] mixed = [.. Enumerable.Repeat(new ScoredDecision(0.999, true), 100), .. Enumerable.Repeat(new ScoredDecision(0.7, false), 100)];
        ScoredDecision[] neverRight = [.. Enumerable.Repeat(new ScoredDecision(0.8, false), 100)];
        ScoredDecision[] neverPredicted = [.. Enumerable.Repeat(new ScoredDecision(0.49, true), 100)];

        ErrorPromises promises = AcceptanceTest.OfLabels([good, mixed, neverRight, neverPredicted, []]);

        ImmutableArray<double> minimums = promises.Promises.Single(promise => promise.Rate == 0.05).Minimums;
        Assert.Equal(0.5, minimums[0]);
        Assert.InRange(minimums[1], 0.7000001, 0.999);
        Assert.Equal([double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity], minimums[2..]);
        Assert.Equal(400, promises.DecisionCount);
        Assert.Equal(0.5, promises.Promises[^1].Coverage);
    }

    // the surest answers, with which the sequence of 20 % starts, are wrong too often; that of 5 % starts with all answers
    [Theory]
    [InlineData(25, 0)] // 20 % isn't promised of the surest
    [InlineData(5, 80)] // of the surest alone
    public void WhatKeepsASmallerRate_KeepsALargerOne(int wrong, int wrongNext)
    {
        ScoredDecision[] decisions =
        [
            .. Enumerable.Repeat(new ScoredDecision(0.99999, false), wrong),
            .. Enumerable.Repeat(new ScoredDecision(0.99999, true), 70 - wrong),
            .. Enumerable.Repeat(new ScoredDecision(0.999, false), wrongNext),
            .. Enumerable.Repeat(new ScoredDecision(0.97, true), 2_000),
        ];

        ErrorPromise[] promises = [.. AcceptanceTest.Of(decisions).Promises.Where(promise => promise.Rate >= 0.05)];

        Assert.Equal([0.05, 0.1, 0.15, 0.2], promises.Select(promise => promise.Rate));
        Assert.All(promises, promise => Assert.Equal((0, 1), (promise.Minimums[0], promise.Coverage)));
    }

    [Fact]
    public void LabelsWithoutPositives_PromiseNothing()
    {
        ErrorPromises promises = AcceptanceTest.OfLabels([Enumerable.Repeat(new ScoredDecision(0.6, false), 300), []]);

        Assert.Equal((300, 0), (promises.DecisionCount, promises.Promises.Length));
        Assert.Empty(AcceptanceTest.OfLabels([]).Promises);
    }
}
