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
        _sharing = new WorkSharing(options.ThreadCount);
        _embedding = Network.Embedding is null ? null : new EmbeddingLearner<TRule>(Network, _sharing, batchSize);
        _maxGradientNorm = options.MaxGradientNorm;
        _batch = new int[batchSize];
        _examples = [.. Enumerable.Range(0, batchSize).Select(_ => new Example(Network, options.Dropout))];
        _entrySums = Array.ConvertAll(Network.Tables[..Network.WordBanks], table => new AlignedArray<float>(table.Entries.Length));
        _blocks = [.. FilterBlock.Of(Network, ..Network.WordBanks).Select(block => (block, new EntrySums(_entrySums[block.Bank])))];
        _responseSums = new float[AlignedArray<float>.WholeLines(Network.Features)];
        _biasSums = Array.ConvertAll(Network.Tables, table => new float[table.Stride]);
        _outputSums = [.. Enumerable.Range(0, Network.Output.Logits).Select(_ => new float[Network.Output.Stride])];
        _errorSums = new float[Network.Output.Logits];
        _run = (text, _) => Run(text);
        _collect = (block, _) => Collect(block);
        _step = (block, _) => _blocks[block].Sums.Step(_steps.Filters(_blocks[block].Block.Bank), _scale);
    }

    private ReadOnlyMemory<Example> Examples => _examples.AsMemory(0, _count);

    public override void Step(EncodedTexts texts, ReadOnlySpan<int> batch, CounterRandom epoch, double rate, ref Tally tally)
    {
        batch.CopyTo(_batch);
        (_texts, _count, _epoch) = (texts, batch.Length, epoch);
        _embedding?.Project(texts, batch);
        _sharing.Run(_count, _run);
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

    /// <summary>Runs the forward and backward pass of a text.</summary>
    private void Run(int text)
    {
        ReadOnlySpan<int> rows = _embedding is null ? [] : _embedding.RowsOf(text);
        _examples[text].Run(_texts!, _batch[text], rows, _embedding?.Tables ?? Network.Tables, _epoch);
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
        _steps.OutputBias(factor, _errorSums);
    }

    private double SquaredNorm()
    {
        double sum = _embedding?.SquaredNorm() ?? 0;
        foreach ((_, EntrySums sums) in _blocks)
            sum += sums.SumOfSquares();
        sum += SumOfSquares.Of<float>(_responseSums);
        foreach (float[] row in _outputSums)
            sum += SumOfSquares.Of<float>(row);
        if (Network.Output.Bias is null) return sum;
        foreach (float error in _errorSums)
            sum += (double)error * error;
        return sum;
    }
}
