using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet.Training;

/// <summary>
/// Stochastic gradient ascent on the log-likelihood: θ += η·g, or with momentum μ (Polyak 1964) v = μ·v + g, θ += η·v. The learning rate is
/// 0.1 by default. Unlike the dense rule, an entry of a filter over one-hot words, or a word vector, rests, and its v with it, in steps
/// that don't touch it.
/// </summary>
public sealed record Sgd : Optimizer
{
    /// <summary>With the default learning rate.</summary>
    public Sgd() => LearningRate = 0.1;

    /// <summary>μ; from 0 to 0.999. The default is 0: none.</summary>
    [Range(0.0, 0.999)]
    public double Momentum { get; set; }

    internal override string Describe() => FormattableString.Invariant($"SGD, rate {LearningRate}, momentum {Momentum}");

    internal override TResult MakeRule<TResult>(IRuleUser<TResult> user) => Momentum == 0 ? user.Use(new SgdRule(this)) : user.Use(new MomentumRule(this));

    internal override void Check() => OptionRange.CheckAll(this);
}
