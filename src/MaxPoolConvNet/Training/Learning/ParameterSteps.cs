namespace MaxPoolConvNet.Training;

/// <summary>The steps of an optimizer's rule for each kind of parameter, and what the rule remembers of each entry.</summary>
internal sealed class ParameterSteps<TRule>
    where TRule : struct, IUpdateRule
{
    private readonly TRule _rule;
    private readonly AlignedArray<float>[] _filterStates;
    private readonly float[][] _biasStates;
    private readonly float[][] _outputStates;
    private readonly float[] _outputBiasState;

    public ParameterSteps(Network<float> network, TRule rule)
    {
        Network = network;
        _rule = rule;
        _filterStates = Array.ConvertAll(network.Tables, table => new AlignedArray<float>(TRule.HasState ? table.Entries.Length : 0));
        _biasStates = Array.ConvertAll(network.Tables, table => new float[table.Stride]);
        _outputStates = [.. Enumerable.Range(0, network.Output.Logits).Select(_ => new float[network.Output.Stride])];
        _outputBiasState = new float[network.Output.Logits];
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

    /// <summary>Steps a row of V.</summary>
    /// <param name="logit">The row.</param>
    /// <param name="scale">The factor of every gradient.</param>
    /// <param name="gradients">Whole cache lines, zero beyond the features.</param>
    public void Output(int logit, float scale, ReadOnlySpan<float> gradients) =>
        Lanes.Run<DenseStep<TRule>, float>(new DenseStep<TRule>(_rule, scale, gradients, Network.Output.Row(logit), _outputStates[logit]));

    /// <summary>Steps the output's biases, if it has any.</summary>
    public void OutputBias(float scale, ReadOnlySpan<float> gradients)
    {
        if (Network.Output.Bias is not { } bias) return;
        var step = new EntryStep<TRule>(_rule, bias, _outputBiasState);
        for (int c = 0; c < gradients.Length; c++)
            step.Visit(c, scale * gradients[c]);
    }
}
