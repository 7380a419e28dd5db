namespace MaxPoolConvNet;

/// <summary>What a thread needs to make rows: words that are missing, their vectors, and rows for which there is no room in the table.</summary>
internal sealed class MissingRows(Network<float> network)
{
    private readonly DistinctWords _missing = new(network.WordSize);
    private readonly List<RowMemory> _rows = [];
    private float[] _vectors = [];
    private float[] _numbers = [];
    private int[] _places = [];
    private int[] _numbered = [];
    private WeightedRow<float>[] _weighted = [];

    /// <summary>The words that are missing, each once.</summary>
    public ReadOnlySpan<int> Missing => _missing.Words;

    /// <summary>The addresses that they get.</summary>
    public nint[] Made { get; private set; } = [];

    /// <summary>Room for the product of vectors and filters.</summary>
    public float[] Packed { get; } = network.Embedding is { } embedding ? new float[MatrixProduct<float>.PackedLength(embedding.Dimension)] : [];

    /// <summary>Takes the words whose address is 0.</summary>
    public void Begin(ReadOnlySpan<int> wordIds, ReadOnlySpan<nint> addresses)
    {
        _missing.Clear();
        if (_places.Length < wordIds.Length) _places = new int[2 * wordIds.Length];
        for (int at = 0; at < wordIds.Length; at++)
        {
            if (addresses[at] == 0) _missing.Add(wordIds.Slice(at, 1), _places.AsSpan(at));
        }

        if (Made.Length < _missing.Count) Made = new nint[2 * _missing.Count];
    }

    /// <summary>Fills in what has been made.</summary>
    public void End(Span<nint> addresses)
    {
        for (int at = 0; at < addresses.Length; at++)
        {
            if (addresses[at] == 0) addresses[at] = Made[_places[at]];
        }
    }

    /// <summary>The numbers of so many rows: 0, 1, ….</summary>
    public ReadOnlySpan<int> Numbered(int rows)
    {
        if (_numbered.Length < rows) _numbered = [.. Enumerable.Range(0, 2 * rows)];
        return _numbered.AsSpan(0, rows);
    }

    /// <summary>A word's vector as factors of the rows of a matrix.</summary>
    public ReadOnlySpan<WeightedRow<float>> Weighted(ReadOnlySpan<float> vector)
    {
        if (_weighted.Length < vector.Length) _weighted = new WeightedRow<float>[vector.Length];
        for (int s = 0; s < vector.Length; s++)
            _weighted[s] = new WeightedRow<float>(s, vector[s]);
        return _weighted.AsSpan(0, vector.Length);
    }

    /// <summary>Room for numbers of rows.</summary>
    public Span<float> Rows(int length)
    {
        if (_numbers.Length < length) _numbers = new float[2 * length];
        return _numbers.AsSpan(0, length);
    }

    /// <summary>The vectors of some words, a row of the embedding's stride each.</summary>
    public ReadOnlySpan<float> LookUp(EmbeddingTable<float> embedding, ReadOnlySpan<int> words)
    {
        int length = words.Length * embedding.Stride;
        if (_vectors.Length < length) _vectors = new float[2 * length];
        for (int w = 0; w < words.Length; w++)
            embedding.Row(words[w]).CopyTo(_vectors.AsSpan(w * embedding.Stride));
        return _vectors.AsSpan(0, length);
    }

    /// <summary>The address of a row of this thread's own.</summary>
    public nint Row(int number, int rowBytes)
    {
        while (_rows.Count <= number)
            _rows.Add(new RowMemory(1, rowBytes));
        return _rows[number].Address(0);
    }
}
