namespace MaxPoolConvNet.Training;

/// <summary>The AdaGrad optimizer (Duchi, Hazan and Singer 2011). The default learning rate is 0.05.</summary>
/// <remarks>
/// G += g², θ += η·g / (√G + 10⁻⁸), with one G per entry, so that rare words train as fast as frequent ones. Skipping entries
/// without a gradient gives the same result as the dense rule, except with weight decay. The G of entries that are stepped one by one (of
/// filters over one-hot words, and the output's biases) have 16 bits, so that training needs less memory and time. After a step, G is
/// rounded up or down by less than one part in 128, so that it is right in the mean; over many steps it can be a few percent off.
/// </remarks>
public sealed record AdaGrad : Optimizer
{
    /// <summary>Creates the optimizer with the default learning rate.</summary>
    public AdaGrad() => LearningRate = 0.05;

    internal override string Describe() => FormattableString.Invariant($"AdaGrad, rate {LearningRate}");

    internal override TResult MakeRule<TResult>(IRuleUser<TResult> user) => user.Use(new AdaGradRule(this));

    internal override void Check() => OptionRange.CheckAll(this);
}
