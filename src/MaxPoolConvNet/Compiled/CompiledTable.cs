using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet;

/// <summary>
/// The network in the form of one over one-hot words: the response of a filter u over word vectors to word w at position i is x_w · u_i.
/// These responses are computed once per word and stored in rows. The rows of a word are adjacent for all banks and are found by address.
/// </summary>
/// <remarks>
/// Any number of threads can look words up, without a lock. Rows are only ever added, up to a memory limit, and never move. Beyond the
/// limit, each thread computes rows into its own scratch memory, with the same bits.
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

    /// <param name="network">The network. In single precision, it must have an embedding.</param>
    /// <param name="options">The number format, time of computation and memory limit.</param>
    /// <param name="cancellationToken">Cancels the computation of all rows at once.</param>
    private CompiledTable(Network<float> network, CompileOptions options, CancellationToken cancellationToken)
    {
        _network = network;
        FirstBank = HasTables(network, options) ? network.WordBanks : 0;
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

    /// <summary>
    /// Creates the table of a network; <see langword="null"/> if it needs none, since one-hot filters have tables of their own, and there
    /// are no others.
    /// </summary>
    public static CompiledTable? Of(Network<float> network, CompileOptions options, CancellationToken cancellationToken = default) =>
        network.WordBanks == network.Banks.Length && HasTables(network, options)
            ? null
            : new CompiledTable(network, options, cancellationToken);

    /// <summary>The index of the first bank with rows in this table; the banks before it use their own tables.</summary>
    public int FirstBank { get; }

    /// <summary>The size in bytes of a word's rows for all banks.</summary>
    public int RowBytes => _format.RowBytes;

    /// <summary>The address of the rows of padding, which are zeros.</summary>
    public nint Zero => _zero.Address(0);

    private int RowLength => _maker.RowLength;

    /// <summary>Finds the rows of a text's words, and computes those that aren't in the table yet.</summary>
    /// <param name="wordIds">The words.</param>
    /// <param name="addresses">Receives the addresses. They are valid as long as this object and the scratch memory live, and until the
    /// scratch memory is used again.</param>
    /// <param name="scratch">The scratch memory of the calling thread.</param>
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

    /// <summary>Whether filters over one-hot words have tables of their own: in single precision, or in 8 bits already.</summary>
    private static bool HasTables(Network<float> network, CompileOptions options) =>
        options.WeightFormat == WeightFormat.Float32 || network.Tables[..network.WordBanks].All(table => table.Quantized is not null);

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

    /// <summary>Stores a word's rows in the table if there is room, otherwise in the scratch memory.</summary>
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
                    nint address = NewRow(rows);
                    Volatile.Write(ref _addresses[word], address);
                    return address;
                }
            }
        }

        nint own = scratch.Row(scratchRow, RowBytes);
        _format.Write(rows, own);
        return own;
    }

    private nint NewRow(ReadOnlySpan<float> rows)
    {
        if (_chunks.Count == 0 || _chunks[^1].RowsLeft == 0)
            _chunks.Add(new RowMemory(Math.Min(Math.Max(1, ChunkBytes / RowBytes), _rowsLeft), RowBytes));
        nint address = _chunks[^1].Next();
        try
        {
            _format.Write(rows, address);
        }
        catch
        {
            // numbers beyond the format's range: the row is another word's
            _chunks[^1].GiveBack();
            throw;
        }

        _rowsLeft--;
        return address;
    }
}
