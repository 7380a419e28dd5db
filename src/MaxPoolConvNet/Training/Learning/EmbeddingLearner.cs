namespace MaxPoolConvNet.Training;

/// <summary>
/// The embedding and the filters over it in training. Going forward, the distinct words of the batch are projected through the filters, and
/// the texts run on that small table; going back, only the rows that won carry a gradient. Threads own columns, rows or words, so that their
/// number changes no bit.
/// </summary>
internal sealed class EmbeddingLearner<TRule>
    where TRule : struct, IUpdateRule<TRule>
{
    /// <summary>Filters whose rows are worked on together, so that they stay in the cache while the texts pass by.</summary>
    private const int FiltersAtOnce = 32;

    private readonly Network<float> _network;
    private readonly EmbeddingTable<float> _embedding;
    private readonly WorkSharing _sharing;
    private readonly EmbeddedWords<float> _words;
    private readonly EmbeddingFilters[] _filters;
    private readonly StepMemory[] _filterMemories;
    private readonly StepMemory _wordMemory;
    private readonly float[][] _packed;
    private readonly int[] _starts;
    private AlignedArray<float> _wordGradients = new(0);
    private int[] _rows = new int[1024];

    public EmbeddingLearner(Network<float> network, WorkSharing sharing, int batchSize)
    {
        _network = network;
        _embedding = network.Embedding!;
        _sharing = sharing;
        _words = new EmbeddedWords<float>(network);
        _filters = Array.ConvertAll(network.Tables[network.WordBanks..], table => new EmbeddingFilters(table, _embedding.Stride));
        _filterMemories = Array.ConvertAll(_filters, filters => new StepMemory(TRule.Memories, filters.Entries.Length));
        _wordMemory = new StepMemory(_embedding.TrainedDimension > 0 ? TRule.Memories : 0, _embedding.Entries.Length);
        _packed = [.. Enumerable.Range(0, sharing.Threads).Select(_ => new float[MatrixProduct<float>.PackedLength(_embedding.Dimension)])];
        _starts = new int[batchSize + 1];
    }

    /// <summary>The tables that the batch's texts run on.</summary>
    public FilterTable<float>[] Tables => _words.Tables;

    /// <summary>A text of the batch as rows of the tables.</summary>
    public ReadOnlySpan<int> RowsOf(int text) => _rows.AsSpan(_starts[text].._starts[text + 1]);

    /// <summary>Projects the words of a batch.</summary>
    public void Project(EncodedTexts texts, ReadOnlySpan<int> batch)
    {
        _words.Clear();
        for (int t = 0; t < batch.Length; t++)
        {
            ReadOnlySpan<int> wordIds = texts.WordIds(batch[t]);
            _starts[t + 1] = _starts[t] + wordIds.Length;
            if (_rows.Length < _starts[t + 1]) Array.Resize(ref _rows, 2 * _starts[t + 1]);
            _words.Add(wordIds, _rows.AsSpan(_starts[t]));
        }

        _words.LookUp();
        _sharing.Run(part =>
        {
            for (int b = 0; b < _filters.Length; b++)
                _words.Project(_network.WordBanks + b, _filters[b].AsMatrix(), _sharing.ShareOfLines(part, _filters[b].Rows), _packed[part]);
        });
    }

    /// <summary>Sums up the gradients of the batch's texts.</summary>
    public void Collect(ReadOnlyMemory<Example> examples)
    {
        if (_embedding.TrainedDimension > 0 && _wordGradients.Length < _words.Vectors.Length) _wordGradients = new AlignedArray<float>(2 * _words.Vectors.Length);
        _sharing.Run(part =>
        {
            Range columns = _sharing.ShareOfLines(part, _embedding.Stride);
            if (columns.Start.Value == columns.End.Value) return;
            for (int b = 0; b < _filters.Length; b++)
                Collect(examples.Span, b, columns);
        });
        if (_embedding.TrainedDimension == 0) return;
        for (int row = 0; row < _words.Words.Length; row++)
            _wordGradients.Span.Slice(row * _embedding.Stride, _embedding.StaticDimension).Clear();
    }

    /// <summary>The sum of the squares of all entries of the gradients collected.</summary>
    public double SquaredNorm()
    {
        double sum = 0;
        foreach (EmbeddingFilters filters in _filters)
            sum += SumOfSquares.Of(filters.Gradients);
        return _embedding.TrainedDimension == 0 ? sum : sum + SumOfSquares.Of(_wordGradients.Span[.._words.Vectors.Length]);
    }

    /// <summary>Makes a step of all filters and of the words of the batch, and forgets the gradients.</summary>
    public void Step(TRule rule, float scale) => _sharing.Run(part =>
    {
        for (int b = 0; b < _filters.Length; b++)
        {
            Range own = _sharing.ShareOfLines(part, _filters[b].Entries.Length);
            Span<float> gradients = _filters[b].Gradients[own];
            Lanes.Run<DenseStep<TRule>, float>(
                new DenseStep<TRule>(rule, scale, gradients, _filters[b].Entries[own], _filterMemories[b], own.Start.Value));
            gradients.Clear();
        }

        if (_embedding.TrainedDimension == 0) return;
        Range words = _sharing.Share(part, _words.Words.Length);
        for (int row = words.Start.Value; row < words.End.Value; row++)
        {
            int word = _words.Words[row];
            Span<float> gradients = _wordGradients.Span.Slice(row * _embedding.Stride, _embedding.Stride);
            Lanes.Run<DenseStep<TRule>, float>(
                new DenseStep<TRule>(rule, scale, gradients, _embedding.Row(word), _wordMemory, word * _embedding.Stride));
            gradients.Clear();

            // static entries have no gradient, but a weight decay would move them
            _words.Vectors.Slice(row * _embedding.Stride, _embedding.StaticDimension).CopyTo(_embedding.Row(word));
        }
    });

    /// <summary>Writes or reads the filters, and what the rule remembers.</summary>
    public void Exchange(ITrainingState state)
    {
        foreach (EmbeddingFilters filters in _filters)
            state.Exchange(filters.Entries);
        foreach (StepMemory memory in (IEnumerable<StepMemory>)[.. _filterMemories, _wordMemory])
            memory.Exchange(state);
    }

    /// <summary>Gives the filters back to the network.</summary>
    public void WriteBack()
    {
        foreach (EmbeddingFilters filters in _filters)
            filters.WriteBack();
    }

    private void Collect(ReadOnlySpan<Example> examples, int bank, Range columns)
    {
        FilterTable<float> table = Tables[_network.WordBanks + bank];
        Span<float> wordGradients = _embedding.TrainedDimension == 0 ? [] : _wordGradients.Span;
        var visitor = new ProjectionGradient(_words.Vectors, wordGradients, _filters[bank], columns);
        for (int first = 0; first < table.Filters; first += FiltersAtOnce)
        {
            Range filters = first..Math.Min(first + FiltersAtOnce, table.Filters);
            foreach (Example example in examples)
                _network.Route(_network.WordBanks + bank, table, example.Pass, example.Gradient, filters, ref visitor);
        }
    }
}
