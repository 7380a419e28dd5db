namespace MaxPoolConvNet.Training;

/// <summary>
/// A step for the mean gradient of a batch: forward text by text, shared out over the threads; back block by block of filters, with the texts
/// in their order, so that the number of threads changes no bit.
/// </summary>
internal sealed class BatchLearner<TRule> : Learner
    where TRule : struct, IUpdateRule<TRule>
{
    private const int FiltersAtOnce = 16;

    private readonly ParameterSteps<TRule> _steps;
    private readonly EmbeddingLearner<TRule>? _embedding;
    private readonly WorkSharing _sharing;
    private readonly double? _maxGradientNorm;
    private readonly Example[] _examples;
    private readonly (int Bank, Range Filters, EntrySums Sums)[] _filterPieces;
    private readonly float[] _responseSums;
    private readonly float[][] _biasSums;
    private readonly float[][] _outputSums;
    private readonly float[] _errorSums;
    private readonly Action<int, int> _run;
    private readonly Action<int, int> _collect;
    private readonly Action<int, int> _step;
    private readonly int[] _batch;
    private int _count;
    private EncodedTexts? _texts;
    private CounterRandom _epoch;
    private float _scale;

    public BatchLearner(ParameterSteps<TRule> steps, TrainingOptions options)
        : base(steps.Network)
    {
        int batchSize = options.BatchSize!.Value;
        _steps = steps;
        _sharing = new WorkSharing(options.Threads);
        _embedding = Network.Embedding is null ? null : new EmbeddingLearner<TRule>(Network, _sharing, batchSize);
        _maxGradientNorm = options.MaxGradientNorm;
        _batch = new int[batchSize];
        _examples = [.. Enumerable.Range(0, batchSize).Select(_ => new Example(Network, options.Dropout))];
        _filterPieces =
        [
            .. Network.Tables[..Network.WordBanks].SelectMany((table, bank) =>
            {
                float[] sums = new float[table.Entries.Length];
                return Enumerable.Range(0, Chunks.Count(table.Filters, FiltersAtOnce))
                    .Select(piece => (bank, Chunks.Of(piece, table.Filters, FiltersAtOnce), new EntrySums(sums)));
            }),
        ];
        _responseSums = new float[AlignedArray<float>.WholeLines(Network.Features)];
        _biasSums = Array.ConvertAll(Network.Tables, table => new float[table.Stride]);
        _outputSums = [.. Enumerable.Range(0, Network.Output.Logits).Select(_ => new float[Network.Output.Stride])];
        _errorSums = new float[Network.Output.Logits];
        _run = (text, _) => Run(text);
        _collect = (piece, _) => Collect(piece);
        _step = (piece, _) => _filterPieces[piece].Sums.Step(_steps.Filters(_filterPieces[piece].Bank), _scale);
    }

    private ReadOnlyMemory<Example> Examples => _examples.AsMemory(0, _count);

    public override void Step(EncodedTexts texts, ReadOnlySpan<int> batch, CounterRandom epoch, double rate, ref Tally tally)
    {
        batch.CopyTo(_batch);
        (_texts, _count, _epoch) = (texts, batch.Length, epoch);
        _embedding?.Project(texts, batch);
        _sharing.Run(_count, _run);
        _sharing.Run(_filterPieces.Length, _collect);
        _embedding?.SumGradients(_count);
        CollectRest();
        Step(1.0 / _count, rate);
        for (int t = 0; t < _count; t++)
            tally.Add(Network.Output, _examples[t].Pass.Logits, texts.Target(batch[t]));
    }

    public override void WriteBack() => _embedding?.WriteBack();

    public override void Exchange(ITrainingState state)
    {
        base.Exchange(state);
        _steps.Exchange(state);
        _embedding?.Exchange(state);
    }

    /// <summary>A text's way forward and back.</summary>
    private void Run(int text)
    {
        _examples[text].Run(_texts!, _batch[text], _embedding is null ? [] : _embedding.RowsOf(text), _embedding?.Tables ?? Network.Tables, _epoch);
        _embedding?.CollectEntries(text, _examples[text]);
    }

    /// <summary>Sums up the gradients of some one-hot filters.</summary>
    private void Collect(int piece)
    {
        (int bank, Range filters, EntrySums sums) = _filterPieces[piece];
        foreach (Example example in Examples.Span)
            Network.Route(bank, Network.Tables[bank], example.Pass, example.Gradient, filters, ref sums);
    }

    /// <summary>Sums up the gradients of the biases and of V.</summary>
    private void CollectRest()
    {
        _responseSums.AsSpan().Clear();
        foreach (Example example in Examples.Span)
            Lanes.Run<AddScaled<float>, float>(new AddScaled<float>(1, example.Gradient.Responses, _responseSums));
        for (int b = 0; b < Network.Banks.Length; b++)
            _responseSums.AsSpan(Network.FirstFeature(b), Network.Tables[b].Filters).CopyTo(_biasSums[b]);
        _errorSums.AsSpan().Clear();
        for (int c = 0; c < Network.Output.Logits; c++)
        {
            _outputSums[c].AsSpan().Clear();
            foreach (Example example in Examples.Span)
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
        _scale = factor;
        _steps.Begin(rate);
        _sharing.Run(_filterPieces.Length, _step);
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
        foreach ((_, _, EntrySums sums) in _filterPieces)
            sum += sums.SumOfSquares();

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
