using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>Projects the distinct words of a batch through the filters over the embedding.</summary>
/// <remarks>
/// The products are one table per bank, on which the texts run like one-hot words. Several threads look up and project the words; their
/// number never changes the result.
/// </remarks>
internal sealed class BatchWords
{
    // sizes of a chunk of work: threads share chunks evenly, and a chunk's data fits the cache; independent of the number of threads
    private const int ColumnsAtOnce = 64;
    private const int WordsAtOnce = 16;

    private readonly Network<float> _network;
    private readonly TransposedFilters<float> _filters;
    private readonly WorkSharing _sharing;
    private readonly EmbeddedWords _words;
    private readonly PositionUse[] _used;
    private readonly (int Bank, int Position, Range Filters)[] _projections;
    private readonly Scratch[] _scratch;
    private readonly Action<int, int> _lookUp;
    private readonly Action<int, int> _project;
    private readonly int[] _starts;
    private readonly int _widest;
    private int[] _rows = new int[1024];

    public BatchWords(Network<float> network, TransposedFilters<float> filters, WorkSharing sharing, int batchSize)
    {
        _network = network;
        _filters = filters;
        _sharing = sharing;
        _words = new EmbeddedWords(network);
        _used = Array.ConvertAll(network.Banks[network.WordBanks..], bank => new PositionUse(bank.Table.Width, bank.Padding));
        _projections = [.. Projections(network)];
        _scratch = [.. Enumerable.Range(0, sharing.Threads).Select(_ => new Scratch(network, filters))];
        _starts = new int[batchSize + 1];
        _widest = network.Tables[network.WordBanks..].Select(table => table.Width).DefaultIfEmpty().Max();
        _lookUp = (chunk, _) => _words.LookUp(Chunks.Of(chunk, Words.Length, WordsAtOnce));
        _project = Project;
    }

    /// <summary>The tables that the batch's texts run on.</summary>
    public FilterTable<float>[] Tables => _words.Tables;

    /// <summary>The words, in the order of their rows.</summary>
    public ReadOnlySpan<int> Words => _words.Words;

    /// <summary>The words' vectors, one row of the embedding's stride per word.</summary>
    public ReadOnlySpan<float> Vectors => _words.Vectors;

    /// <summary>Returns the rows of the tables for the words of a text of the batch.</summary>
    public ReadOnlySpan<int> RowsOf(int text) => _rows.AsSpan(_starts[text].._starts[text + 1]);

    /// <summary>Projects the words of a batch.</summary>
    public void Project(EncodedTexts texts, ReadOnlySpan<int> batch)
    {
        _words.Clear();
        for (int t = 0; t < batch.Length; t++)
        {
            ReadOnlySpan<int> wordIds = _network.Embedding!.Trim(texts.WordIds(batch[t]), _widest);
            _starts[t + 1] = _starts[t] + wordIds.Length;
            if (_rows.Length < _starts[t + 1]) Array.Resize(ref _rows, 2 * _starts[t + 1]);
            _words.Add(wordIds, _rows.AsSpan(_starts[t]));
        }

        _words.Reserve();
        foreach (PositionUse used in _used)
        {
            used.Reset(Words.Length);
            for (int t = 0; t < batch.Length; t++)
                used.Add(RowsOf(t));
        }

        _sharing.Run(Chunks.Count(Words.Length, WordsAtOnce), _lookUp);
        _sharing.Run(_projections.Length + _scratch[0].Rests.Count, _project);
    }

    /// <summary>Filters that fill whole cache lines.</summary>
    private static List<(int Bank, int Position, Range Filters)> Projections(Network<float> network)
    {
        var projections = new List<(int Bank, int Position, Range Filters)>();
        for (int bank = network.WordBanks; bank < network.Banks.Length; bank++)
        {
            int filters = RestColumns.Whole(network.Tables[bank].Filters);
            for (int position = 0; position < network.Tables[bank].Width; position++)
            {
                for (int chunk = 0; chunk < Chunks.Count(filters, ColumnsAtOnce); chunk++)
                    projections.Add((bank, position, Chunks.Of(chunk, filters, ColumnsAtOnce)));
            }
        }

        return projections;
    }

    private void Project(int chunk, int worker)
    {
        if (chunk >= _projections.Length)
        {
            Scratch scratch = _scratch[worker];
            _words.Project(scratch.Rests, chunk - _projections.Length, scratch.Rows(Words.Length), scratch.Packed);
            return;
        }

        (int bank, int position, Range filters) = _projections[chunk];
        int first = position * _network.Tables[bank].Stride;
        Span<int> rows = _scratch[worker].Rows(Words.Length);
        rows = rows[.._used[bank - _network.WordBanks].At(position, rows)];
        Range columns = (first + filters.Start.Value)..(first + filters.End.Value);
        _words.Project(bank, rows, _filters.AsMatrix(bank), columns, _scratch[worker].Packed);
    }

    /// <summary>The scratch memory of a worker.</summary>
    private sealed class Scratch(Network<float> network, TransposedFilters<float> filters)
    {
        private int[] _rows = [];

        public RestColumns Rests { get; } = new(network, filters);

        public float[] Packed { get; } = new float[MatrixProduct<float>.PackedLength(network.Embedding!.Dimension)];

        public Span<int> Rows(int count)
        {
            if (_rows.Length < count) _rows = new int[2 * count];
            return _rows.AsSpan(0, count);
        }
    }
}
