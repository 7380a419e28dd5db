using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet.Training;

/// <summary>Stochastic gradient ascent on the log-likelihood. The default learning rate is 0.1.</summary>
/// <remarks>
/// θ += η·g, or with momentum μ (Polyak 1964) v = μ·v + g, θ += η·v. Unlike in the dense rule, entries of filters over one-hot
/// words and word vectors don't change in steps that don't touch them, and neither does their v.
/// </remarks>
public sealed record Sgd : Optimizer
{
    /// <summary>Creates the optimizer with the default learning rate.</summary>
    public Sgd() => LearningRate = 0.1;

    /// <summary>The momentum μ. The default is 0: no momentum. From 0 to 0.999.</summary>
    [Range(0.0, 0.999)]
    public double Momentum { get; set; }

    internal override string Describe() => FormattableString.Invariant($"SGD, rate {LearningRate}, momentum {Momentum}");

    internal override TResult MakeRule<TResult>(IRuleUser<TResult> user) =>
        Momentum == 0 ? user.Use(new SgdRule(this)) : user.Use(new MomentumRule(this));

    internal override void Check() => OptionRange.CheckAll(this);
}
