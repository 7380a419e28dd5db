using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>Creates the learner of a network for an optimizer's rule.</summary>
internal sealed class LearnerFactory(Func<bool, Network<float>> newNetwork, TrainingOptions options, FilterSharing? sharing)
    : IRuleUser<Learner>
{
    public Learner Use<TRule>(TRule rule)
        where TRule : struct, IUpdateRule<TRule> =>
        options.WeightDecay == 0 ? Create(rule) : Create(new WeightDecayRule<TRule>(rule, options.WeightDecay));

    private Learner Create<TRule>(TRule rule)
        where TRule : struct, IUpdateRule<TRule>
    {
        // steps of single entries wait for memory: half as much of it is read and written with 16 bits
        Network<float> network = newNetwork(options.StepsByText && TRule.RemembersSums);
        var steps = new ParameterSteps<TRule>(network, rule, options.MaxNorm, sharing);
        return options.StepsByText ? new TextLearner<TRule>(steps, options, sharing) : new BatchLearner<TRule>(steps, options, sharing);
    }
}
