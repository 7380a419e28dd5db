namespace MaxPoolConvNet.Training;

/// <summary>The AdaGrad optimizer (Duchi, Hazan and Singer 2011). The default learning rate is 0.05.</summary>
/// <remarks>
/// G += g², θ += η·g / (√G + 10⁻⁸), with one G per entry, so that rare words train as fast as frequent ones. Skipping entries
/// without a gradient gives the same result as the dense rule, except with weight decay. Entries that are stepped one by one have 16 bits
/// (bfloat16), so that training needs less memory and time: the G of filters over one-hot words and of the output's biases and, with a
/// <see cref="TrainingOptions.BatchSize"/> of 1, these filters themselves. After a step, each is rounded up or down by less than one part
/// in 128, so that it is right in the mean; over many steps G can be a few percent off.
/// </remarks>
public sealed record AdaGrad : Optimizer
{
    /// <summary>Creates the optimizer with the default learning rate.</summary>
    public AdaGrad() => LearningRate = 0.05;

    internal override string Describe() => FormattableString.Invariant($"AdaGrad, rate {LearningRate}");

    internal override TResult MakeRule<TResult>(IRuleUser<TResult> user) => user.Use(new AdaGradRule(this));

    internal override void Check() => OptionRange.CheckAll(this);
}
