namespace MaxPoolConvNet.Training;

/// <summary>
/// AdaGrad (Duchi, Hazan and Singer 2011): G += g², θ += η·g / (√G + 10⁻⁸), with a G for every entry, so that rare words learn as fast as
/// frequent ones. The learning rate is 0.05 by default. Left out where an entry has no gradient, it is the same as the dense rule (but for
/// a weight decay).
/// </summary>
public sealed record AdaGrad : Optimizer
{
    /// <summary>With the default learning rate.</summary>
    public AdaGrad() => LearningRate = 0.05;

    internal override string Describe() => FormattableString.Invariant($"AdaGrad, rate {LearningRate}");

    internal override TResult MakeRule<TResult>(IRuleUser<TResult> user) => user.Use(new AdaGradRule(this));

    internal override void Check() => OptionRange.CheckAll(this);
}
