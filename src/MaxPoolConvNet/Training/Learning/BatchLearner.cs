namespace MaxPoolConvNet.Training;

/// <summary>
/// A step for the mean gradient of a batch: forward text by text, shared out over the threads; back filter by filter, each thread for
/// filters of its own and the texts in their order, so that the number of threads changes no bit.
/// </summary>
internal sealed class BatchLearner<TRule> : Learner
    where TRule : struct, IUpdateRule<TRule>
{
    private readonly ParameterSteps<TRule> _steps;
    private readonly EmbeddingLearner<TRule>? _embedding;
    private readonly WorkSharing _sharing;
    private readonly double? _maxGradientNorm;
    private readonly Example[] _examples;
    private readonly EntrySums[][] _filterSums;
    private readonly float[][] _biasSums;
    private readonly float[][] _outputSums;
    private readonly float[] _errorSums;

    public BatchLearner(ParameterSteps<TRule> steps, TrainingOptions options)
        : base(steps.Network)
    {
        _steps = steps;
        _sharing = new WorkSharing(options.Threads);
        _embedding = Network.Embedding is null ? null : new EmbeddingLearner<TRule>(Network, _sharing, options.BatchSize!.Value);
        _maxGradientNorm = options.MaxGradientNorm;
        _examples = [.. Enumerable.Range(0, options.BatchSize!.Value).Select(_ => new Example(Network, options.Dropout))];
        _filterSums = Array.ConvertAll(Network.Tables[..Network.WordBanks], table =>
        {
            float[] sums = new float[table.Entries.Length];
            return Enumerable.Range(0, options.Threads).Select(_ => new EntrySums(sums)).ToArray();
        });
        _biasSums = Array.ConvertAll(Network.Tables, table => new float[table.Stride]);
        _outputSums = [.. Enumerable.Range(0, Network.Output.Logits).Select(_ => new float[Network.Output.Stride])];
        _errorSums = new float[Network.Output.Logits];
    }

    public override void Step(EncodedTexts texts, ReadOnlySpan<int> batch, CounterRandom epoch, double rate, ref Tally tally)
    {
        int[] order = batch.ToArray();
        _embedding?.Project(texts, order);
        FilterTable<float>[] tables = _embedding?.Tables ?? Network.Tables;
        _sharing.Run(part =>
        {
            for (int t = part; t < order.Length; t += _sharing.Threads)
                _examples[t].Run(texts, order[t], _embedding is null ? [] : _embedding.RowsOf(t), tables, epoch);
        });
        Collect(_examples.AsMemory(0, order.Length));
        Step(1.0 / order.Length, rate);
        for (int t = 0; t < order.Length; t++)
            tally.Add(Network.Output, _examples[t].Pass.Logits, texts.Target(order[t]));
    }

    public override void WriteBack() => _embedding?.WriteBack();

    public override void Exchange(ITrainingState state)
    {
        base.Exchange(state);
        _steps.Exchange(state);
        _embedding?.Exchange(state);
    }

    /// <summary>Sums up the gradients of all parameters.</summary>
    private void Collect(ReadOnlyMemory<Example> examples)
    {
        _sharing.Run(part =>
        {
            for (int b = 0; b < _filterSums.Length; b++)
            {
                foreach (Example example in examples.Span)
                    Network.Route(b, Network.Tables[b], example.Pass, example.Gradient, _sharing.Share(part, Network.Tables[b].Filters), ref _filterSums[b][part]);
            }
        });
        _embedding?.Collect(examples);
        for (int b = 0; b < Network.Banks.Length; b++)
        {
            Span<float> sums = _biasSums[b];
            sums.Clear();
            foreach (Example example in examples.Span)
            {
                ReadOnlySpan<float> gradients = example.Gradient.Responses.AsSpan(Network.FirstFeature(b), Network.Tables[b].Filters);
                for (int j = 0; j < gradients.Length; j++)
                    sums[j] += gradients[j];
            }
        }

        _errorSums.AsSpan().Clear();
        for (int c = 0; c < Network.Output.Logits; c++)
        {
            _outputSums[c].AsSpan().Clear();
            foreach (Example example in examples.Span)
            {
                float error = example.Gradient.Errors[c];
                _errorSums[c] += error;
                Lanes.Run<AddScaled<float>, float>(new AddScaled<float>(error, example.Pass.Pooled, _outputSums[c]));
            }
        }
    }

    /// <summary>Makes the step of all parameters by their sums, times a scale, shortened to the largest norm allowed.</summary>
    private void Step(double scale, double rate)
    {
        if (_maxGradientNorm is { } most)
        {
            double norm = scale * Math.Sqrt(SquaredNorm());
            if (norm > most) scale *= most / norm;
        }

        float factor = (float)scale;
        _steps.Begin(rate);
        _sharing.Run(part =>
        {
            for (int b = 0; b < _filterSums.Length; b++)
                _filterSums[b][part].Step(_steps.Filters(b), factor);
        });
        _embedding?.Step(_steps.Rule, factor);
        for (int b = 0; b < Network.Banks.Length; b++)
            _steps.FilterBias(b, factor, _biasSums[b]);
        for (int c = 0; c < Network.Output.Logits; c++)
            _steps.Output(c, factor, _outputSums[c]);
        _steps.OutputBias(factor, _errorSums);
    }

    private double SquaredNorm()
    {
        double sum = _embedding?.SquaredNorm() ?? 0;
        for (int b = 0; b < _filterSums.Length; b++)
        {
            double[] filters = new double[Network.Tables[b].Filters];
            foreach (EntrySums sums in _filterSums[b])
                sums.AddSquares(filters, Network.Tables[b].Stride);
            sum += filters.Sum();
        }

        for (int b = 0; b < Network.Banks.Length && Network.Banks[b].Bias is not null; b++)
            sum += SumOfSquares.Of(_biasSums[b]);
        foreach (float[] row in _outputSums)
            sum += SumOfSquares.Of(row);
        if (Network.Output.Bias is null) return sum;
        foreach (float error in _errorSums)
            sum += (double)error * error;
        return sum;
    }
}
