namespace MaxPoolConvNet.Training;

/// <summary>
/// The embedding and the filters over it in training. Going forward, the distinct words of the batch are projected through the filters,
/// P = X·U, and the texts run on that small table. Going back, only the entries that won carry a gradient: ∂L/∂P is a sparse matrix G of a few
/// entries a text and filter, and ∂L/∂U = Xᵀ·G and ∂L/∂X = G·Uᵀ are sums of a few rows each.
/// </summary>
internal sealed class EmbeddingLearner<TRule>
    where TRule : struct, IUpdateRule<TRule>
{
    // what a piece of work is, so that threads share it evenly and a piece's data stays in the cache; never depends on the threads
    private const int ColumnsAtOnce = 64;
    private const int WordsAtOnce = 16;
    private const int EntriesAtOnce = 16_384;

    private readonly Network<float> _network;
    private readonly EmbeddingTable<float> _embedding;
    private readonly WorkSharing _sharing;
    private readonly EmbeddedWords _words;
    private readonly TransposedFilters _filters;
    private readonly StepMemory _filterMemory;
    private readonly StepMemory _wordMemory;
    private readonly Scratch[] _scratch;
    private readonly ReusableList<(int Word, (int Text, int At) Place)> _tokens = new();
    private readonly CountingSort<(int Text, int At)> _occurrences = new();
    private readonly PositionUse[] _used;
    private readonly (int Bank, int Position, Range Filters)[] _projections;
    private readonly TextEntries[] _textEntries;
    private readonly Action<int, int> _lookUp;
    private readonly Action<int, int> _project;
    private readonly Action<int, int> _sum;
    private readonly Action<int, int> _step;
    private readonly int[] _starts;
    private AlignedArray<float> _wordGradients = new(0);
    private int[] _rows = new int[1024];
    private int _texts;
    private TRule _rule;
    private float _scale;

    public EmbeddingLearner(Network<float> network, WorkSharing sharing, int batchSize)
    {
        _network = network;
        _embedding = network.Embedding!;
        _sharing = sharing;
        _words = new EmbeddedWords(network);
        FilterTable<float>[] tables = network.Tables[network.WordBanks..];
        _filters = new TransposedFilters(tables, _embedding.Stride);
        _filterMemory = new StepMemory(TRule.Memories, _filters.Entries.Length);
        _wordMemory = new StepMemory(_embedding.TrainedDimension > 0 ? TRule.Memories : 0, _embedding.Entries.Length);
        _scratch = [.. Enumerable.Range(0, sharing.Threads).Select(_ => new Scratch(_embedding.Dimension))];
        _used = Array.ConvertAll(network.Banks[network.WordBanks..], bank => new PositionUse(bank.Table.Width, bank.Padding));
        _projections =
        [
            .. tables.SelectMany((table, bank) => Enumerable.Range(0, table.Width).SelectMany(position =>
                Enumerable.Range(0, Chunks.Count(table.Filters, ColumnsAtOnce)).Select(piece => (bank, position, Chunks.Of(piece, table.Filters, ColumnsAtOnce))))),
        ];
        _textEntries = [.. Enumerable.Range(0, batchSize).Select(_ => new TextEntries(network, _filters.Blocks))];
        _starts = new int[batchSize + 1];
        _lookUp = (piece, _) => _words.LookUp(Chunks.Of(piece, _words.Words.Length, WordsAtOnce));
        _project = ProjectPiece;
        _sum = SumPiece;
        _step = StepPiece;
    }

    /// <summary>The tables that the batch's texts run on.</summary>
    public FilterTable<float>[] Tables => _words.Tables;

    private int WordPieces => _embedding.TrainedDimension == 0 ? 0 : Chunks.Count(_words.Words.Length, WordsAtOnce);

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

        _words.Reserve();
        foreach (PositionUse used in _used)
        {
            used.Reset(_words.Words.Length);
            for (int t = 0; t < batch.Length; t++)
                used.Add(RowsOf(t));
        }

        _sharing.Run(Chunks.Count(_words.Words.Length, WordsAtOnce), _lookUp);
        _sharing.Run(_projections.Length, _project);
    }

    /// <summary>Collects what a text of the batch won with, after it has gone forward and back; texts may do so at the same time.</summary>
    public void CollectEntries(int text, Example example)
    {
        int words = RowsOf(text).Length;
        _textEntries[text].Collect(words, example.Pass, example.Gradient);
        if (_embedding.TrainedDimension > 0) _textEntries[text].SortByWord(words);
    }

    /// <summary>Sums up the gradients of the batch's texts.</summary>
    public void SumGradients(int texts)
    {
        _texts = texts;
        if (WordPieces > 0)
        {
            SortOccurrences();
            if (_wordGradients.Length < _words.Vectors.Length) _wordGradients = new AlignedArray<float>(2 * _words.Vectors.Length);
        }

        _sharing.Run(_filters.Blocks.Length + WordPieces, _sum);
    }

    /// <summary>The sum of the squares of all entries of the gradients collected.</summary>
    public double SquaredNorm()
    {
        double sum = SumOfSquares.Of(_filters.Gradients);
        return _embedding.TrainedDimension == 0 ? sum : sum + SumOfSquares.Of(_wordGradients.Span[.._words.Vectors.Length]);
    }

    /// <summary>Makes a step of all filters and of the words of the batch.</summary>
    public void Step(TRule rule, float scale)
    {
        (_rule, _scale) = (rule, scale);
        _sharing.Run(Chunks.Count(_filters.Entries.Length, EntriesAtOnce) + WordPieces, _step);
    }

    /// <summary>Writes or reads the filters, and what the rule remembers.</summary>
    public void Exchange(ITrainingState state)
    {
        state.Exchange(_filters.Entries);
        _filterMemory.Exchange(state);
        _wordMemory.Exchange(state);
    }

    /// <summary>Gives the filters back to the network.</summary>
    public void WriteBack() => _filters.WriteBack();

    private void ProjectPiece(int piece, int worker)
    {
        (int bank, int position, Range filters) = _projections[piece];
        int first = position * _network.Tables[_network.WordBanks + bank].Stride;
        Span<int> rows = _scratch[worker].Rows(_words.Words.Length);
        rows = rows[.._used[bank].At(position, rows)];
        Range columns = (first + filters.Start.Value)..(first + filters.End.Value);
        _words.Project(_network.WordBanks + bank, rows, _filters.AsMatrix(bank), columns, _scratch[worker].Packed);
    }

    private void SumPiece(int piece, int worker)
    {
        if (piece < _filters.Blocks.Length)
        {
            SumBlock(piece, _scratch[worker]);
            return;
        }

        Range words = Chunks.Of(piece - _filters.Blocks.Length, _words.Words.Length, WordsAtOnce);
        for (int word = words.Start.Value; word < words.End.Value; word++)
            SumWord(word, _scratch[worker]);
    }

    /// <summary>∂L/∂U of some filters: for each row, the vectors of the words that it won with, in the order of the texts.</summary>
    private void SumBlock(int number, Scratch scratch)
    {
        FilterBlock block = _filters.Blocks[number];
        scratch.OfBlock.Clear();
        for (int t = 0; t < _texts; t++)
        {
            ReadOnlySpan<int> rows = RowsOf(t);
            foreach ((int word, TextEntries.Entry entry) in _textEntries[t].OfBlock(number))
                scratch.OfBlock.Add((entry.RowOfBlock, new WeightedRow<float>(rows[word], entry.Gradient)));
        }

        scratch.ByRow.Sort(scratch.OfBlock.Items, block.Rows);
        for (int row = 0; row < block.Rows; row++)
            Sum(scratch.ByRow.Of(row), _words.Vectors, _filters.Row(_filters.Gradients, block.RowOf(row)));
    }

    /// <summary>∂L/∂x_w: the parts of the filters that the word won with, wherever it occurs.</summary>
    private void SumWord(int word, Scratch scratch)
    {
        scratch.OfWord.Clear();
        foreach ((int text, int at) in _occurrences.Of(word))
        {
            foreach (TextEntries.Entry entry in _textEntries[text].OfWord(at))
                scratch.OfWord.Add(new WeightedRow<float>(entry.Row, entry.Gradient));
        }

        Span<float> gradient = _wordGradients.Span.Slice(word * _embedding.Stride, _embedding.Stride);
        Sum(scratch.OfWord.Items, _filters.Entries, gradient);
        gradient[.._embedding.StaticDimension].Clear();
    }

    /// <summary>Where the batch's words stand in its texts.</summary>
    private void SortOccurrences()
    {
        _tokens.Clear();
        for (int t = 0; t < _texts; t++)
        {
            ReadOnlySpan<int> rows = RowsOf(t);
            for (int at = 0; at < rows.Length; at++)
                _tokens.Add((rows[at], (t, at)));
        }

        _occurrences.Sort(_tokens.Items, _words.Words.Length);
    }

    private void StepPiece(int piece, int worker)
    {
        int filterPieces = Chunks.Count(_filters.Entries.Length, EntriesAtOnce);
        if (piece < filterPieces)
        {
            Range own = Chunks.Of(piece, _filters.Entries.Length, EntriesAtOnce);
            Lanes.Run<DenseStep<TRule>, float>(
                new DenseStep<TRule>(_rule, _scale, _filters.Gradients[own], _filters.Entries[own], _filterMemory, own.Start.Value));
            return;
        }

        Range words = Chunks.Of(piece - filterPieces, _words.Words.Length, WordsAtOnce);
        for (int row = words.Start.Value; row < words.End.Value; row++)
        {
            int word = _words.Words[row];
            ReadOnlySpan<float> gradient = _wordGradients.Span.Slice(row * _embedding.Stride, _embedding.Stride);
            Lanes.Run<DenseStep<TRule>, float>(
                new DenseStep<TRule>(_rule, _scale, gradient, _embedding.Row(word), _wordMemory, word * _embedding.Stride));

            // static entries have no gradient, but a weight decay would move them
            _words.Vectors.Slice(row * _embedding.Stride, _embedding.StaticDimension).CopyTo(_embedding.Row(word));
        }
    }

    private static void Sum(ReadOnlySpan<WeightedRow<float>> rows, ReadOnlySpan<float> matrix, Span<float> sum) =>
        Lanes.Run<WeightedRowSum<float>, float>(new WeightedRowSum<float>(rows, matrix, sum));

    /// <summary>What a worker needs for itself.</summary>
    private sealed class Scratch(int dimension)
    {
        private int[] _rows = [];

        public float[] Packed { get; } = new float[MatrixProduct<float>.PackedLength(dimension)];

        public ReusableList<WeightedRow<float>> OfWord { get; } = new();

        public ReusableList<(int Row, WeightedRow<float> Word)> OfBlock { get; } = new();

        public CountingSort<WeightedRow<float>> ByRow { get; } = new();

        public Span<int> Rows(int count)
        {
            if (_rows.Length < count) _rows = new int[2 * count];
            return _rows.AsSpan(0, count);
        }
    }
}
