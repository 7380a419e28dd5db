using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet.Training;

/// <summary>
/// AdaDelta (Zeiler 2012): G = ρ·G + (1 − ρ)·g², Δ = √(D + ε) / √(G + ε) · g, D = ρ·D + (1 − ρ)·Δ², θ += η·Δ. The learning rate is 1 by
/// default. Unlike the dense rule, an entry of a filter over one-hot words, or a word vector, rests, and its G and D with it, in steps
/// that don't touch it.
/// </summary>
public sealed record AdaDelta : Optimizer
{
    /// <summary>With the default learning rate.</summary>
    public AdaDelta() => LearningRate = 1;

    /// <summary>ρ, the part of a mean that stays; from 0.5 to 0.9999. The default is 0.95.</summary>
    [Range(0.5, 0.9999)]
    public double Decay { get; set; } = 0.95;

    /// <summary>ε; from 1e-12 to 1e-1. The default is 1e-6.</summary>
    [Range(1e-12, 1e-1)]
    public double Epsilon { get; set; } = 1e-6;

    internal override string Describe() => FormattableString.Invariant($"AdaDelta, rate {LearningRate}, {Decay}, {Epsilon}");

    internal override TResult MakeRule<TResult>(IRuleUser<TResult> user) => user.Use(new AdaDeltaRule(this));

    internal override void Check() => OptionRange.CheckAll(this);
}
