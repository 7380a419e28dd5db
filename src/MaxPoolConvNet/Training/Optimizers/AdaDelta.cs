using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet.Training;

/// <summary>The AdaDelta optimizer (Zeiler 2012). The default learning rate is 1.</summary>
/// <remarks>
/// G = ρ·G + (1 − ρ)·g², Δ = √(D + ε) / √(G + ε) · g, D = ρ·D + (1 − ρ)·Δ², θ += η·Δ. Unlike in the dense rule,
/// entries of filters over one-hot words and word vectors don't change in steps that don't touch them, and neither do their G and D.
/// </remarks>
public sealed record AdaDelta : Optimizer
{
    /// <summary>Creates the optimizer with the default learning rate.</summary>
    public AdaDelta() => LearningRate = 1;

    /// <summary>The decay rate ρ of the running means. The default is 0.95. From 0.5 to 0.9999.</summary>
    [Range(0.5, 0.9999)]
    public double Decay { get; set; } = 0.95;

    /// <summary>The constant ε. The default is 1e-6. From 1e-12 to 1e-1.</summary>
    [Range(1e-12, 1e-1)]
    public double Epsilon { get; set; } = 1e-6;

    internal override string Describe() => FormattableString.Invariant($"AdaDelta, rate {LearningRate}, {Decay}, {Epsilon}");

    internal override TResult MakeRule<TResult>(IRuleUser<TResult> user) => user.Use(new AdaDeltaRule(this));

    internal override void Check() => OptionRange.CheckAll(this);
}
