using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet.Training;

/// <summary>The Adam optimizer (Kingma and Ba 2015). The default learning rate is 0.001.</summary>
/// <remarks>
/// m = β₁·m + (1 − β₁)·g, v = β₂·v + (1 − β₂)·g²,
/// θ += η · (m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + 10⁻⁸) in step t. Unlike in the dense rule, entries of filters over
/// one-hot words and word vectors don't change in steps that don't touch them, and neither do their m and v; t counts all steps.
/// </remarks>
public sealed record Adam : Optimizer
{
    /// <summary>Creates the optimizer with the default learning rate.</summary>
    public Adam() => LearningRate = 0.001;

    /// <summary>The decay rate β₁ of the mean gradient. The default is 0.9. From 0 to 0.9999.</summary>
    [Range(0.0, 0.9999)]
    public double FirstDecay { get; set; } = 0.9;

    /// <summary>The decay rate β₂ of the mean squared gradient. The default is 0.999. From 0.5 to 0.999999.</summary>
    [Range(0.5, 0.999999)]
    public double SecondDecay { get; set; } = 0.999;

    internal override string Describe() => FormattableString.Invariant($"Adam, rate {LearningRate}, {FirstDecay}, {SecondDecay}");

    internal override TResult MakeRule<TResult>(IRuleUser<TResult> user) => user.Use(new AdamRule(this));

    internal override void Check() => OptionRange.CheckAll(this);
}
