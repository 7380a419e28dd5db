using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet;

/// <summary>The scratch of a thread for computing rows: the missing words, their vectors, and the rows that don't fit in the
/// table.</summary>
internal sealed class MissingRows(Network<float> network)
{
    private readonly DistinctWords _missing = new(network.WordSize);
    private readonly List<RowMemory> _rows = [];
    private float[] _vectors = [];
    private float[] _numbers = [];
    private int[] _places = [];

    /// <summary>The missing words, each once.</summary>
    public ReadOnlySpan<int> Missing => _missing.Words;

    /// <summary>The addresses that they get.</summary>
    public nint[] Made { get; private set; } = [];

    /// <summary>Makes the rows of filters over the embedding; null without one.</summary>
    public WordProjection<float>? Projection { get; } =
        network.Embedding is { } embedding ? new WordProjection<float>(embedding.Dimension) : null;

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

    /// <summary>Fills in the addresses of the new rows.</summary>
    public void End(Span<nint> addresses)
    {
        for (int at = 0; at < addresses.Length; at++)
        {
            if (addresses[at] == 0) addresses[at] = Made[_places[at]];
        }
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
        embedding.LookUp(words, _vectors);
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
