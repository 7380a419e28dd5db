using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet;

/// <summary>
/// The network as one over one-hot words: filters u over word vectors answer to word w at position i with x_w · u_i, which is computed
/// once for a word and becomes a row. The rows of all banks of a word stand one after the other; what a text adds up is found by their
/// address.
/// </summary>
/// <remarks>
/// Any number of threads may look words up, which takes no lock. Rows are only ever added, up to a bound on memory, and never move; beyond
/// the bound a thread computes them into scratch of its own, to the same bits.
/// </remarks>
internal sealed class CompiledTable
{
    private const int ChunkBytes = 1 << 20;

    private readonly Network<float> _network;
    private readonly WordRowMaker _maker;
    private readonly RowFormat _format;
    private readonly int _wordsAtOnce;
    private readonly nint[] _addresses;
    private readonly Lock _adding = new();
    private readonly List<RowMemory> _chunks = [];
    private readonly RowMemory _zero;
    private int _rowsLeft;

    /// <param name="network">The network; one with an embedding, unless the precision is another than its own.</param>
    /// <param name="options">How and when.</param>
    /// <param name="cancellationToken">Cancels the making of all rows at once.</param>
    private CompiledTable(Network<float> network, CompileOptions options, CancellationToken cancellationToken)
    {
        _network = network;
        FirstBank = options.WeightFormat == WeightFormat.Float32 ? network.WordBanks : 0;
        _maker = new WordRowMaker(network, FirstBank);
        _wordsAtOnce = Math.Clamp(ChunkBytes / checked(sizeof(float) * _maker.RowLength), WordProjection<float>.LeastOfProduct, 256);
        _format = options.WeightFormat switch
        {
            WeightFormat.Float32 => new SingleRowFormat(_maker),
            WeightFormat.BFloat16 => new BFloat16RowFormat(_maker),
            _ => new Int8RowFormat(_maker, Int8Scales.Of(_maker, network, _wordsAtOnce, cancellationToken)),
        };
        _addresses = new nint[network.WordSize];
        _zero = new RowMemory(1, RowBytes);
        _rowsLeft = (int)Math.Min(options.MaximumBytes / RowBytes, network.WordSize);
        if (options.Rows == CompiledRows.AllAtOnce) MakeAll(_rowsLeft, cancellationToken);
    }

    /// <summary>The rows of a network; null where it runs as it is, on the tables of its one-hot filters.</summary>
    public static CompiledTable? Of(Network<float> network, CompileOptions options, CancellationToken cancellationToken = default) =>
        network.Embedding is null && options.WeightFormat == WeightFormat.Float32
            ? null
            : new CompiledTable(network, options, cancellationToken);

    /// <summary>The first bank whose rows are here; those before it run on their own tables.</summary>
    public int FirstBank { get; }

    /// <summary>Bytes of the rows of a word, of all banks.</summary>
    public int RowBytes => _format.RowBytes;

    /// <summary>The address of rows of zeros: of padding.</summary>
    public nint Zero => _zero.Address(0);

    private int RowLength => _maker.RowLength;

    /// <summary>Finds the rows of a text's words, and makes those that nobody has needed before.</summary>
    /// <param name="wordIds">The words.</param>
    /// <param name="addresses">Receives the addresses; good as long as this object and the scratch live, and until the scratch is used
    /// again.</param>
    /// <param name="scratch">The thread's own.</param>
    public void Find(ReadOnlySpan<int> wordIds, Span<nint> addresses, MissingRows scratch)
    {
        bool found = true;
        int bytes = RowBytes;
        int prefetched = Prefetch.MostBytes / bytes;
        for (int at = 0; at < wordIds.Length; at++)
        {
            nint address = Volatile.Read(ref _addresses[wordIds[at]]);
            addresses[at] = address;
            found &= address != 0;
            if (at < prefetched) Prefetch.Read(address, bytes);
        }

        if (!found) Make(wordIds, addresses, scratch);
    }

    /// <inheritdoc cref="RowFormat.Room"/>
    public int Room(int bank) => _format.Room(bank);

    /// <inheritdoc cref="RowFormat.Pool"/>
    public void Pool(int bank, ReadOnlySpan<nint> addresses, int firstWindow, Span<float> maxima, Span<float> winners)
    {
        _format.Pool(bank, addresses, firstWindow, maxima, winners);
        GC.KeepAlive(this);
    }

    /// <inheritdoc cref="RowFormat.Finish"/>
    public void Finish(int bank, ReadOnlySpan<float> maxima, bool withWinners, Span<float> responses) =>
        _format.Finish(bank, maxima, withWinners, responses);

    private void MakeAll(int words, CancellationToken cancellationToken)
    {
        var sharing = new WorkSharing(Environment.ProcessorCount);
        MissingRows[] scratch = [.. Enumerable.Range(0, sharing.Threads).Select(_ => new MissingRows(_network))];
        sharing.Run(Chunks.Count(words, _wordsAtOnce), (piece, worker) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            (int first, int count) = Chunks.Of(piece, words, _wordsAtOnce).GetOffsetAndLength(words);
            Span<int> wordIds = stackalloc int[_wordsAtOnce];
            Span<nint> addresses = stackalloc nint[_wordsAtOnce];
            for (int word = 0; word < count; word++)
                wordIds[word] = first + word;
            Make(wordIds[..count], addresses[..count], scratch[worker]);
        });
    }

    private void Make(ReadOnlySpan<int> wordIds, Span<nint> addresses, MissingRows scratch)
    {
        scratch.Begin(wordIds, addresses);
        ReadOnlySpan<int> missing = scratch.Missing;
        for (int first = 0; first < missing.Length; first += _wordsAtOnce)
        {
            ReadOnlySpan<int> words = missing[first..Math.Min(first + _wordsAtOnce, missing.Length)];
            ReadOnlySpan<float> rows = _maker.Compute(words, scratch);
            for (int w = 0; w < words.Length; w++)
                scratch.Made[first + w] = Add(words[w], rows.Slice(w * RowLength, RowLength), scratch, first + w);
        }

        scratch.End(addresses);
    }

    /// <summary>Keeps a word's rows, in the table if there is room, else in scratch.</summary>
    private nint Add(int word, ReadOnlySpan<float> rows, MissingRows scratch, int scratchRow)
    {
        if (Volatile.Read(ref _rowsLeft) > 0)
        {
            lock (_adding)
            {
                // another thread may have been faster
                if (_addresses[word] != 0) return _addresses[word];
                if (_rowsLeft > 0)
                {
                    nint address = NewRow();
                    _format.Write(rows, address);
                    Volatile.Write(ref _addresses[word], address);
                    return address;
                }
            }
        }

        nint own = scratch.Row(scratchRow, RowBytes);
        _format.Write(rows, own);
        return own;
    }

    private nint NewRow()
    {
        if (_chunks.Count == 0 || _chunks[^1].RowsLeft == 0)
            _chunks.Add(new RowMemory(Math.Min(Math.Max(1, ChunkBytes / RowBytes), _rowsLeft), RowBytes));
        _rowsLeft--;
        return _chunks[^1].Next();
    }
}
