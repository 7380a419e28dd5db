using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>Makes one step per batch, with the mean gradient of its texts.</summary>
/// <remarks>
/// The threads share the texts in the forward pass, and blocks of filters in the backward pass. Each block adds up the texts in their
/// order, so that the number of threads never changes the result.
/// </remarks>
internal sealed class BatchLearner<TRule> : Learner
    where TRule : struct, IUpdateRule<TRule>
{
    private readonly ParameterSteps<TRule> _steps;
    private readonly FilterSharing? _ranks;
    private readonly EmbeddingLearner<TRule>? _embedding;
    private readonly WorkSharing _sharing;
    private readonly double? _maxGradientNorm;
    private readonly Example[] _examples;
    private readonly AlignedArray<float>[] _entrySums;
    private readonly (FilterBlock Block, EntrySums Sums)[] _blocks;
    private readonly float[] _responseSums;
    private readonly float[][] _biasSums;
    private readonly float[][] _outputSums;
    private readonly float[] _errorSums;
    private readonly double[] _squares;
    private readonly Action<int, int> _run;
    private readonly Action<int, int> _runRest;
    private readonly Action<int, int> _collect;
    private readonly Action<int, int> _step;
    private readonly int[] _batch;
    private int _count;
    private EncodedTexts? _texts;
    private CounterRandom _epoch;
    private float _scale;

    public BatchLearner(ParameterSteps<TRule> steps, TrainingOptions options, FilterSharing? ranks)
        : base(steps.Network)
    {
        int batchSize = options.BatchSize!.Value;
        _steps = steps;
        _ranks = ranks;
        _sharing = new WorkSharing(options.ThreadCount);
        _embedding = Network.Embedding is null ? null : new EmbeddingLearner<TRule>(Network, _sharing, batchSize, ranks);
        _maxGradientNorm = options.MaxGradientNorm;
        _batch = new int[batchSize];
        _examples = [.. Enumerable.Range(0, batchSize).Select(_ => new Example(Network, options.Dropout, ranks))];
        _entrySums = Array.ConvertAll(Network.Tables[..Network.WordBanks], table => new AlignedArray<float>(table.Entries.Length));
        _blocks = [.. FilterBlock.Of(Network, ..Network.WordBanks).Select(block => (block, new EntrySums(_entrySums[block.Bank])))];
        _responseSums = new float[AlignedArray<float>.WholeLines(Network.Features)];
        _biasSums = Array.ConvertAll(Network.Tables, table => new float[table.Stride]);
        _outputSums = [.. Enumerable.Range(0, Network.Output.Logits).Select(_ => new float[Network.Output.Stride])];
        _errorSums = new float[Network.Output.Logits];
        _squares = new double[FilterShards.Count(Network.Features)];
        _run = (text, _) => Run(text);
        _runRest = (text, _) => RunRest(text);
        _collect = (block, _) => Collect(block);
        _step = (block, _) => _blocks[block].Sums.Step(_steps.Filters(_blocks[block].Block.Bank), _scale);
    }

    private ReadOnlyMemory<Example> Examples => _examples.AsMemory(0, _count);

    public override void Step(EncodedTexts texts, ReadOnlySpan<int> batch, CounterRandom epoch, double rate, ref Tally tally)
    {
        batch.CopyTo(_batch);
        (_texts, _count, _epoch) = (texts, batch.Length, epoch);
        _embedding?.Project(texts, batch);
        _ranks?.Begin(_count, Network.Output.Logits);
        _sharing.Run(_count, _run);
        if (_ranks is not null)
        {
            _ranks.Exchange();
            _sharing.Run(_count, _runRest);
        }

        _sharing.Run(_blocks.Length, _collect);
        _embedding?.SumGradients(_count);
        CollectRest();
        Step(1.0 / _count, rate);
        for (int t = 0; t < _count; t++)
            tally.Add(Network.Output.Function, _examples[t].Pass.Logits, texts.Target(batch[t]));
    }

    public override void WriteBack() => _embedding?.WriteBack();

    public override void Release()
    {
        _steps.Release();
        foreach (AlignedArray<float> sums in _entrySums)
            sums.Release();
    }

    public override void Exchange(ITrainingState state)
    {
        base.Exchange(state);
        _steps.Exchange(state);
        _embedding?.Exchange(state);
    }

    /// <summary>Runs the forward and backward pass of a text or, if ranks share the filters, what comes before the exchange.</summary>
    private void Run(int text)
    {
        ReadOnlySpan<int> rows = _embedding is null ? [] : _embedding.RowsOf(text);
        FilterTable<float>[] tables = _embedding?.Tables ?? Network.Tables;
        if (_ranks is not null)
        {
            _examples[text].RunOwn(_texts!, _batch[text], rows, tables, _epoch, text);
            return;
        }

        _examples[text].Run(_texts!, _batch[text], rows, tables, _epoch);
        _embedding?.Collect(text, _examples[text]);
    }

    /// <summary>Runs what comes after the exchange.</summary>
    private void RunRest(int text)
    {
        _examples[text].RunRest(_texts!, _batch[text], text);
        _embedding?.Collect(text, _examples[text]);
    }

    /// <summary>Adds up the gradients of a block of one-hot filters.</summary>
    private void Collect(int number)
    {
        (FilterBlock block, EntrySums sums) = _blocks[number];
        foreach (Example example in Examples.Span)
            Network.Route(block.Bank, Network.Tables[block.Bank], example.Pass, example.Gradient, block.Filters, ref sums);
    }

    /// <summary>Adds up the gradients of the biases and of V.</summary>
    private void CollectRest()
    {
        _responseSums.AsSpan().Clear();
        foreach (Example example in Examples.Span)
            Lanes.Run<AddScaled<float>, float>(new AddScaled<float>(1, example.Gradient.Responses, _responseSums));
        for (int b = 0; b < Network.Banks.Length; b++)
        {
            Span<float> sums = _responseSums.AsSpan(Network.FirstFeature(b), Network.Tables[b].Filters);
            if (Network.Banks[b].Bias is null) sums.Clear();
            sums.CopyTo(_biasSums[b]);
        }

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

    /// <summary>Steps all parameters by their sums times a scale, shortened to the largest norm allowed.</summary>
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
        _sharing.Run(_blocks.Length, _step);
        _embedding?.Step(_steps.Rule, factor);
        for (int b = 0; b < Network.Banks.Length; b++)
            _steps.FilterBias(b, factor, _biasSums[b]);
        for (int c = 0; c < Network.Output.Logits; c++)
            _steps.Output(c, factor, _outputSums[c]);
        _steps.ShortenOutput();
        _steps.OutputBias(factor, _errorSums);
    }

    /// <summary>The sum of the squares of the summed gradients: filters and V shard by shard, then the rest.</summary>
    private double SquaredNorm()
    {
        _squares.AsSpan().Clear();
        foreach ((FilterBlock block, EntrySums sums) in _blocks)
            _squares[block.Shard] += sums.SumOfSquares();
        _embedding?.AddSquares(_squares);
        for (int shard = 0; shard < _squares.Length; shard++)
        {
            _squares[shard] += SumOfSquares.OfShard<float>(_responseSums, shard);
            foreach (float[] row in _outputSums)
                _squares[shard] += SumOfSquares.OfShard<float>(row, shard);
        }

        double sum = 0;
        if (_ranks is not null) _ranks.AddUp(_squares, new Span<double>(ref sum));
        else foreach (double square in _squares) sum += square;
        sum += _embedding?.SquaredNormOfWords() ?? 0;
        if (Network.Output.Bias is null) return sum;
        foreach (float error in _errorSums)
            sum += (double)error * error;
        return sum;
    }
}
