using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>Makes one step per text, while its gradient is routed. It touches k entries per filter, V and the biases.</summary>
/// <remarks>
/// A step of filters over static vectors would touch all of their entries, and the words would have to be projected anew: they are stepped
/// once for some texts, with the sum of their gradients. Each gradient is that of the weights which the text met.
/// </remarks>
internal sealed class TextLearner<TRule> : Learner
    where TRule : struct, IUpdateRule<TRule>
{
    /// <summary>The number of texts that meet the same filters over static vectors.</summary>
    private const int TextsOfVectors = 20;

    private readonly ParameterSteps<TRule> _steps;
    private readonly FilterSharing? _sharing;
    private readonly EmbeddingLearner<TRule>? _embedding;
    private readonly Example _example;
    private readonly float[][] _biasGradients;
    private long _embeddingSteps;

    public TextLearner(ParameterSteps<TRule> steps, TrainingOptions options, FilterSharing? sharing)
        : base(steps.Network)
    {
        _steps = steps;
        _sharing = sharing;
        _embedding = Network.Embedding is null
            ? null
            : new EmbeddingLearner<TRule>(Network, new WorkSharing(options.ThreadCount), TextsOfVectors, sharing);
        _example = new Example(Network, options.Dropout, sharing);
        _biasGradients = Array.ConvertAll(Network.Tables, table => new float[table.Stride]);
    }

    public override int TextsAtOnce => _embedding is null ? 1 : TextsOfVectors;

    public override void Announce(EncodedTexts texts, ReadOnlySpan<int> next)
    {
        if (next.IsEmpty) return;
        texts.Prefetch(next[^1]);
        for (int b = 0; b < Network.WordBanks; b++)
            _steps.Prefetch(b, texts.WordIds(next[0]));
    }

    public override void Step(EncodedTexts texts, ReadOnlySpan<int> batch, CounterRandom epoch, double rate, ref Tally tally)
    {
        _embedding?.Project(texts, batch);
        for (int t = 0; t < batch.Length; t++)
        {
            Announce(texts, batch[(t + 1)..Math.Min(batch.Length, t + 3)]);
            Run(texts, batch[t], _embedding is null ? [] : _embedding.RowsOf(t), epoch);
            tally.Add(Network.Output.Function, _example.Pass.Logits, texts.Target(batch[t]));
            Step(rate);
            _embedding?.Collect(t, _example);
        }

        _embedding?.SumAndStep(batch.Length, _steps.RuleAt(++_embeddingSteps, rate, batch.Length), 1);
    }

    public override void Exchange(ITrainingState state)
    {
        base.Exchange(state);
        _steps.Exchange(state);
        if (_embedding is null) return;
        state.Exchange(ref _embeddingSteps);
        _embedding.Exchange(state);
    }

    public override void Release() => _steps.Release();

    public override void WriteBack() => _embedding?.WriteBack();

    private void Run(EncodedTexts texts, int text, ReadOnlySpan<int> embeddedIds, CounterRandom epoch)
    {
        FilterTable<float>[] tables = _embedding?.Tables ?? Network.Tables;
        if (_sharing is null)
        {
            _example.Run(texts, text, embeddedIds, tables, epoch);
            return;
        }

        _sharing.Begin(1, Network.Output.Logits);
        _example.Pool(texts, text, embeddedIds, tables, epoch);
        Network.Output.ShardSums(_example.Pass.Pooled, _sharing.SumsOf(0));
        _sharing.Exchange();
        _sharing.AddUp(0, Network.Output.Bias, _example.Pass.Logits);
        _example.FindErrors(texts, text);
        _example.Backward();
    }

    /// <summary>Steps all but the filters over vectors by the gradient of the text.</summary>
    private void Step(double rate)
    {
        _steps.Begin(rate);
        for (int b = 0; b < Network.Banks.Length; b++)
        {
            int filters = Network.Tables[b].Filters;
            if (b < Network.WordBanks)
            {
                EntryStep<TRule> step = _steps.Filters(b);
                Network.Route(b, Network.Tables[b], _example.Pass, _example.Gradient, ..filters, ref step);
            }

            _example.Gradient.Responses.AsSpan(Network.FirstFeature(b), filters).CopyTo(_biasGradients[b]);
            _steps.FilterBias(b, 1, _biasGradients[b]);
        }

        for (int c = 0; c < Network.Output.Logits; c++)
            _steps.Output(c, _example.Gradient.Errors[c], _example.Pass.Pooled);
        _steps.ShortenOutput();
        _steps.OutputBias(1, _example.Gradient.Errors);
    }
}
