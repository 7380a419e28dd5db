namespace MaxPoolConvNet.Training;

/// <summary>The steps of an optimizer's rule for each kind of parameter, and what the rule remembers of each entry.</summary>
internal sealed class ParameterSteps<TRule>
    where TRule : struct, IUpdateRule
{
    private readonly TRule _rule;
    private readonly AlignedArray<float>[] _filterStates;
    private readonly float[][] _biasStates;
    private readonly float[] _outputState;
    private readonly float[] _outputBiasState = new float[1];

    public ParameterSteps(Network<float> network, TRule rule)
    {
        Network = network;
        _rule = rule;
        _filterStates = Array.ConvertAll(network.Tables, table => new AlignedArray<float>(TRule.HasState ? table.Entries.Length : 0));
        _biasStates = Array.ConvertAll(network.Tables, table => new float[table.Stride]);
        _outputState = new float[network.Output.Stride];
    }

    public Network<float> Network { get; }

    /// <summary>Steps single entries of a bank's filters.</summary>
    public EntryStep<TRule> Filters(int bank) => new(_rule, Network.Tables[bank].Entries, _filterStates[bank].Span);

    /// <summary>Steps a bank's biases, if it has any.</summary>
    /// <param name="bank">The bank.</param>
    /// <param name="scale">The factor of every gradient.</param>
    /// <param name="gradients">As many as the table's stride, zero beyond the filters.</param>
    public void FilterBias(int bank, float scale, ReadOnlySpan<float> gradients)
    {
        if (Network.Banks[bank].Bias is { } bias)
            Lanes.Run<DenseStep<TRule>, float>(new DenseStep<TRule>(_rule, scale, gradients, bias, _biasStates[bank]));
    }

    /// <summary>Steps V.</summary>
    /// <param name="scale">The factor of every gradient.</param>
    /// <param name="gradients">Whole cache lines, zero beyond the features.</param>
    public void Output(float scale, ReadOnlySpan<float> gradients) =>
        Lanes.Run<DenseStep<TRule>, float>(new DenseStep<TRule>(_rule, scale, gradients, Network.Output.Row(0), _outputState));

    /// <summary>Steps the output's bias, if it has one.</summary>
    public void OutputBias(float gradient)
    {
        if (Network.Output.Bias is { } bias) new EntryStep<TRule>(_rule, bias, _outputBiasState).Visit(0, gradient);
    }
}
