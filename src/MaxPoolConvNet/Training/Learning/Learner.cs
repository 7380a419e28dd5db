namespace MaxPoolConvNet.Training;

/// <summary>A network that is being trained: goes over the texts, and makes the optimizer's steps.</summary>
internal abstract class Learner(Network<float> network)
{
    public Network<float> Network { get; } = network;

    /// <summary>The learner for an optimizer.</summary>
    public static Learner Create(Network<float> network, TrainingOptions options) => options.Optimizer switch
    {
        Sgd { Momentum: 0 } sgd => Create(network, new SgdRule(sgd), options),
        Sgd sgd => Create(network, new MomentumRule(sgd), options),
        AdaGrad adaGrad => Create(network, new AdaGradRule(adaGrad), options),
        AdaDelta adaDelta => Create(network, new AdaDeltaRule(adaDelta), options),
        Adam adam => Create(network, new AdamRule(adam), options),
        _ => throw new ArgumentException($"there is no rule for {options.Optimizer.GetType().Name}", nameof(options)),
    };

    /// <summary>Makes one step of the mean gradient of some texts, and adds what they were recognized as to the tally.</summary>
    /// <param name="texts">All training texts.</param>
    /// <param name="batch">Those of this step, at most the batch size.</param>
    /// <param name="epoch">The random numbers of this epoch.</param>
    /// <param name="tally">Counts losses and hits.</param>
    public abstract void Step(EncodedTexts texts, ReadOnlySpan<int> batch, CounterRandom epoch, ref Tally tally);

    private static Learner Create<TRule>(Network<float> network, TRule rule, TrainingOptions options)
        where TRule : struct, IUpdateRule<TRule>
    {
        var steps = new ParameterSteps<TRule>(network, rule);
        return options.BatchSize == 1 ? new TextLearner<TRule>(steps, options) : new BatchLearner<TRule>(steps, options);
    }
}
