using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests.Training.Optimizers;

/// <summary>A step at a part of the learning rate, as where it decreases, is that part of the whole step.</summary>
public class LearningRateTests
{
    [Fact]
    public void Sgd_StepsInProportion() => AssertHalf(new SgdRule(new Sgd { LearningRate = 0.2 }));

    [Fact]
    public void Momentum_StepsInProportion() => AssertHalf(new MomentumRule(new Sgd { LearningRate = 0.2, Momentum = 0.9 }));

    [Fact]
    public void AdaGrad_StepsInProportion() => AssertHalf(new AdaGradRule(new AdaGrad()));

    [Fact]
    public void AdaDelta_StepsInProportion() => AssertHalf(new AdaDeltaRule(new AdaDelta()));

    [Fact]
    public void Adam_StepsInProportion() => AssertHalf(new AdamRule(new Adam()));

    private static void AssertHalf<TRule>(TRule rule)
        where TRule : struct, IUpdateRule<TRule>
    {
        float whole = Change(rule, rate: 1);
        Assert.InRange(whole, 1e-4f, 1);
        Assert.Equal(whole / 2, Change(rule, rate: 0.5), 1e-6f);
    }

    private static float Change<TRule>(TRule rule, double rate)
        where TRule : struct, IUpdateRule<TRule>
    {
        SingleLane<float> first = SingleLane<float>.Fill(0.3f);
        SingleLane<float> second = SingleLane<float>.Fill(0.2f);
        return SingleLane<float>.Sum(rule.AtStep(1, rate, 1).Step(SingleLane<float>.Fill(0), ref first, ref second, SingleLane<float>.Fill(0.4f)));
    }
}
