namespace MaxPoolConvNet.Training;

/// <summary>Makes one step per text, while its gradient is routed. It touches k entries per filter, V and the biases.</summary>
internal sealed class TextLearner<TRule>(ParameterSteps<TRule> steps, TrainingOptions options, FilterSharing? sharing)
    : Learner(steps.Network)
    where TRule : struct, IUpdateRule<TRule>
{
    private readonly Example _example = new(steps.Network, options.Dropout, sharing);
    private readonly float[][] _biasGradients = Array.ConvertAll(steps.Network.Tables, table => new float[table.Stride]);

    public override void Announce(EncodedTexts texts, ReadOnlySpan<int> batch)
    {
        foreach (int text in batch)
        {
            for (int b = 0; b < Network.Banks.Length; b++)
                steps.Prefetch(b, texts.WordIds(text));
        }
    }

    public override void Step(EncodedTexts texts, ReadOnlySpan<int> batch, CounterRandom epoch, double rate, ref Tally tally)
    {
        foreach (int text in batch)
        {
            Run(texts, text, epoch);
            tally.Add(Network.Output.Function, _example.Pass.Logits, texts.Target(text));
            steps.Begin(rate);
            for (int b = 0; b < Network.Banks.Length; b++)
            {
                int filters = Network.Tables[b].Filters;
                EntryStep<TRule> step = steps.Filters(b);
                Network.Route(b, Network.Tables[b], _example.Pass, _example.Gradient, ..filters, ref step);
                _example.Gradient.Responses.AsSpan(Network.FirstFeature(b), filters).CopyTo(_biasGradients[b]);
                steps.FilterBias(b, 1, _biasGradients[b]);
            }

            for (int c = 0; c < Network.Output.Logits; c++)
                steps.Output(c, _example.Gradient.Errors[c], _example.Pass.Pooled);
            steps.ShortenOutput();
            steps.OutputBias(1, _example.Gradient.Errors);
        }
    }

    private void Run(EncodedTexts texts, int text, CounterRandom epoch)
    {
        if (sharing is null)
        {
            _example.Run(texts, text, [], Network.Tables, epoch);
            return;
        }

        sharing.Begin(1, Network.Output.Logits);
        _example.Pool(texts, text, [], Network.Tables, epoch);
        Network.Output.ShardSums(_example.Pass.Pooled, sharing.SumsOf(0));
        sharing.Exchange();
        sharing.AddUp(0, Network.Output.Bias, _example.Pass.Logits);
        _example.FindErrors(texts, text);
        _example.Backward();
    }

    public override void Exchange(ITrainingState state)
    {
        base.Exchange(state);
        steps.Exchange(state);
    }

    public override void Release() => steps.Release();

    public override void WriteBack()
    {
        // every step updates the network itself
    }
}
