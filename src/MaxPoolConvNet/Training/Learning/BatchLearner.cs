namespace MaxPoolConvNet.Training;

/// <summary>
/// A step for the mean gradient of a batch: forward text by text, shared out over the threads; back filter by filter, each thread for
/// filters of its own and the texts in their order, so that the number of threads changes no bit.
/// </summary>
internal sealed class BatchLearner<TRule> : Learner
    where TRule : struct, IUpdateRule<TRule>
{
    private readonly ParameterSteps<TRule> _steps;
    private readonly int _threads;
    private readonly Example[] _examples;
    private readonly EntrySums[][] _filterSums;
    private readonly float[][] _biasSums;
    private readonly float[] _outputSums;
    private readonly float[] _errorSums;

    public BatchLearner(ParameterSteps<TRule> steps, TrainingOptions options)
        : base(steps.Network)
    {
        _steps = steps;
        _threads = options.Threads;
        _examples = [.. Enumerable.Range(0, options.BatchSize).Select(_ => new Example(Network, options.Dropout))];
        _filterSums = Array.ConvertAll(Network.Tables, table =>
        {
            float[] sums = new float[table.Entries.Length];
            return Enumerable.Range(0, _threads).Select(_ => new EntrySums(sums)).ToArray();
        });
        _biasSums = Array.ConvertAll(Network.Tables, table => new float[table.Stride]);
        _outputSums = new float[Network.Output.Stride];
        _errorSums = new float[Network.Output.Logits];
    }

    public override void Step(EncodedTexts texts, ReadOnlySpan<int> batch, CounterRandom epoch, ref Tally tally)
    {
        int[] order = batch.ToArray();
        Share(thread =>
        {
            for (int t = thread; t < order.Length; t += _threads)
                _examples[t].Run(texts, order[t], epoch);
        });
        _steps.Begin();
        Share(thread => StepFilters(thread, order.Length));
        StepOutput(order.Length);
        for (int t = 0; t < order.Length; t++)
            tally.Add(Network.Output, _examples[t].Pass.Logits, texts.Target(order[t]));
    }

    private void StepFilters(int thread, int batchSize)
    {
        for (int b = 0; b < Network.Banks.Length; b++)
        {
            int filters = Network.Tables[b].Filters;
            Range own = (filters * thread / _threads)..(filters * (thread + 1) / _threads);
            EntrySums sums = _filterSums[b][thread];
            foreach (Example example in _examples.AsSpan(0, batchSize))
                Network.Route(b, Network.Tables[b], example.Pass, example.Gradient, own, ref sums);
            sums.Step(_steps.Filters(b), 1f / batchSize);
        }
    }

    private void StepOutput(int batchSize)
    {
        for (int b = 0; b < Network.Banks.Length; b++)
        {
            Span<float> sums = _biasSums[b];
            sums.Clear();
            foreach (Example example in _examples.AsSpan(0, batchSize))
            {
                ReadOnlySpan<float> gradients = example.Gradient.Responses.AsSpan(Network.FirstFeature(b), Network.Tables[b].Filters);
                for (int j = 0; j < gradients.Length; j++)
                    sums[j] += gradients[j];
            }

            _steps.FilterBias(b, 1f / batchSize, sums);
        }

        _errorSums.AsSpan().Clear();
        for (int c = 0; c < Network.Output.Logits; c++)
        {
            _outputSums.AsSpan().Clear();
            foreach (Example example in _examples.AsSpan(0, batchSize))
            {
                float error = example.Gradient.Errors[c];
                _errorSums[c] += error;
                Lanes.Run<AddScaled<float>, float>(new AddScaled<float>(error, example.Pass.Pooled, _outputSums));
            }

            _steps.Output(c, 1f / batchSize, _outputSums);
        }

        _steps.OutputBias(1f / batchSize, _errorSums);
    }

    private void Share(Action<int> work)
    {
        if (_threads == 1) work(0);
        else Parallel.For(0, _threads, new ParallelOptions { MaxDegreeOfParallelism = _threads }, work);
    }
}
