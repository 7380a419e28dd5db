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
    private readonly BatchOutput _output;
    private readonly float[][]? _outputSums;
    private readonly float[] _errorSums;
    private readonly double[] _squares;
    private readonly Action<int, int> _pool;
    private readonly Action<int, int> _findErrors;
    private readonly Action<int, int> _backward;
    private readonly Action<int, int> _collect;
    private readonly Action<int, int> _step;
    private readonly BatchOutput.RowVisitor _keepOutput;
    private readonly BatchOutput.RowVisitor _stepOutput;
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
        _output = new BatchOutput(Network.Output, _sharing, batchSize, ranks);
        if (_maxGradientNorm is not null)
            _outputSums = [.. Enumerable.Range(0, Network.Output.Logits).Select(_ => new float[Network.Output.Stride])];
        _errorSums = new float[Network.Output.Logits];
        _squares = new double[FilterShards.Count(Network.Features)];
        _pool = (text, _) => Pool(text);
        _findErrors = (text, _) => FindErrors(text);
        _backward = (text, _) => Backward(text);
        _collect = (block, _) => Collect(block);
        _step = (block, _) => _blocks[block].Sums.Step(_steps.Filters(_blocks[block].Block.Bank), _scale);
        _keepOutput = (row, sum) => sum.CopyTo(_outputSums![row]);
        _stepOutput = (row, sum) => _steps.Output(row, _scale, sum);
    }

    public override int TextsAtOnce => _batch.Length;

    private ReadOnlyMemory<Example> Examples => _examples.AsMemory(0, _count);

    public override void Step(EncodedTexts texts, ReadOnlySpan<int> batch, CounterRandom epoch, double rate, ref Tally tally)
    {
        batch.CopyTo(_batch);
        (_texts, _count, _epoch) = (texts, batch.Length, epoch);
        _embedding?.Project(texts, batch);
        _ranks?.Begin(_count, Network.Output.Logits);
        _sharing.Run(_count, _pool);
        _output.Forward(_count);
        _ranks?.Exchange();
        _sharing.Run(_count, _findErrors);
        _output.Backward();
        _sharing.Run(_count, _backward);
        _sharing.Run(_blocks.Length, _collect);
        if (_maxGradientNorm is not null) _embedding?.SumGradients(_count);
        CollectBiases();
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

    private void Pool(int text)
    {
        ReadOnlySpan<int> rows = _embedding is null ? [] : _embedding.RowsOf(text);
        _examples[text].Pool(_texts!, _batch[text], rows, _embedding?.Tables ?? Network.Tables, _epoch);
        _output.SetPooled(text, _examples[text].Pass.Pooled);
    }

    private void FindErrors(int text)
    {
        Example example = _examples[text];
        if (_ranks is null) _output.CopyLogits(text, example.Pass.Logits);
        else _ranks.AddUp(text, Network.Output.Bias, example.Pass.Logits);
        example.FindErrors(_texts!, _batch[text]);
        _output.SetErrors(text, example.Gradient.Errors);
    }

    private void Backward(int text)
    {
        _examples[text].BackwardFrom(_output.PooledGradient(text));
        _embedding?.Collect(text, _examples[text]);
    }

    /// <summary>Adds up the gradients of a block of one-hot filters.</summary>
    private void Collect(int number)
    {
        (FilterBlock block, EntrySums sums) = _blocks[number];
        foreach (Example example in Examples.Span)
            Network.Route(block.Bank, Network.Tables[block.Bank], example.Pass, example.Gradient, block.Filters, ref sums);
    }

    /// <summary>Adds up the gradients of the biases.</summary>
    private void CollectBiases()
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

        _output.SumErrors(_errorSums);
    }

    /// <summary>Steps all parameters by their sums times a scale, shortened to the largest norm allowed.</summary>
    private void Step(double scale, double rate)
    {
        if (_maxGradientNorm is { } most)
        {
            _output.SumGradients(_keepOutput);
            double norm = scale * Math.Sqrt(SquaredNorm());
            if (norm > most) scale *= most / norm;
        }

        float factor = (float)scale;
        _scale = factor;
        _steps.Begin(rate);
        _sharing.Run(_blocks.Length, _step);
        if (_maxGradientNorm is not null) _embedding?.Step(_steps.Rule, factor);
        else _embedding?.SumAndStep(_count, _steps.Rule, factor);
        for (int b = 0; b < Network.Banks.Length; b++)
            _steps.FilterBias(b, factor, _biasSums[b]);
        if (_outputSums is null) _output.SumGradients(_stepOutput);
        for (int c = 0; c < _outputSums?.Length; c++)
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
            foreach (float[] row in _outputSums!)
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
