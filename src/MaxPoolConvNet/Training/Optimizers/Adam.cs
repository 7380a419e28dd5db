using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet.Training;

/// <summary>
/// Adam (Kingma and Ba 2015): m = β₁·m + (1 − β₁)·g, v = β₂·v + (1 − β₂)·g², θ += η · (m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + 10⁻⁸) in step
/// t. The learning rate is 0.001 by default. Unlike the dense rule, an entry of a filter over one-hot words, or a word vector, rests, and
/// its m and v with it, in steps that don't touch it; t counts all steps.
/// </summary>
public sealed record Adam : Optimizer
{
    /// <summary>With the default learning rate.</summary>
    public Adam() => LearningRate = 0.001;

    /// <summary>β₁; from 0 to 0.9999. The default is 0.9.</summary>
    [Range(0.0, 0.9999)]
    public double FirstDecay { get; set; } = 0.9;

    /// <summary>β₂; from 0.5 to 0.999999. The default is 0.999.</summary>
    [Range(0.5, 0.999999)]
    public double SecondDecay { get; set; } = 0.999;

    internal override string Describe() => FormattableString.Invariant($"Adam, rate {LearningRate}, {FirstDecay}, {SecondDecay}");

    internal override TResult MakeRule<TResult>(IRuleUser<TResult> user) => user.Use(new AdamRule(this));

    internal override void Check() => OptionRange.CheckAll(this);
}
