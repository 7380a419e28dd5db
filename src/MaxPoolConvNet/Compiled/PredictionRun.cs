using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet;

/// <summary>Runs texts through a network one by one, in the scratch memory of one thread.</summary>
internal sealed class PredictionRun
{
    /// <summary>
    /// The number of words processed at a time. It limits the rows kept outside the table, however long the text is.
    /// </summary>
    private const int WordsAtOnce = 512;

    private readonly Network<float> _network;
    private readonly CompiledTable? _rows;
    private readonly MissingRows? _scratch;
    private readonly nint[] _addresses;
    private readonly int[] _rooms;
    private readonly AlignedArray<float> _maxima;
    private readonly AlignedArray<float> _winners;
    private readonly int _firstBank;
    private readonly int _before;
    private readonly int _mostWidth;

    /// <param name="network">The network.</param>
    /// <param name="rows">Its compiled table; <see langword="null"/> if all banks use their own tables.</param>
    /// <param name="scratch">The memory for rows outside the table; <see langword="null"/> without a table.</param>
    /// <param name="keepWinners">Whether to record which windows won.</param>
    public PredictionRun(Network<float> network, CompiledTable? rows, MissingRows? scratch, bool keepWinners)
    {
        _network = network;
        _rows = rows;
        Pass = new TextPass<float>(network, keepWinners);
        _firstBank = rows?.FirstBank ?? network.Banks.Length;
        foreach (FilterBank<float> bank in network.Banks[_firstBank..])
        {
            _mostWidth = Math.Max(_mostWidth, bank.Table.Width);
            _before = Math.Max(_before, bank.Padding.Before(bank.Table.Width));
        }

        _rooms = rows is null ? [] : [.. Enumerable.Range(0, network.Banks.Length).Select(bank => bank < _firstBank ? 0 : rows.Room(bank))];
        int length = _rooms.Sum();
        _maxima = new AlignedArray<float>(length);
        _winners = new AlignedArray<float>(keepWinners ? length : 0);
        _addresses = rows is null ? [] : new nint[WordsAtOnce + _mostWidth - 1];
        _scratch = scratch;
    }

    /// <summary>Returns what runs texts through a network that isn't compiled, on one thread and without the windows that won.</summary>
    public static PredictionRun Of(Network<float> network)
    {
        CompiledTable? rows = CompiledTable.Of(network, CompileOptions.Unasked);
        return new PredictionRun(network, rows, rows is null ? null : new MissingRows(network), keepWinners: false);
    }

    public TextPass<float> Pass { get; }

    /// <summary>Runs a text through the network.</summary>
    /// <exception cref="ArithmeticException">A logit isn't finite.</exception>
    public TextPass<float> Forward(ReadOnlySpan<int> wordIds)
    {
        Pool(wordIds);
        return Finish();
    }

    /// <summary>Runs the first part of the pass: computes the largest response of each filter, before the activation. The span is valid
    /// until <see cref="Finish"/> is called.</summary>
    public ReadOnlySpan<float> Pool(ReadOnlySpan<int> wordIds)
    {
        for (int b = 0; b < _firstBank; b++)
            _network.Tables[b].PrefetchRows(wordIds);
        for (int b = 0; b < _firstBank; b++)
            _network.Pool(b, wordIds, _network.Tables[b], Pass);
        if (_rows is not null) PoolRows(_firstBank < _network.WordBanks ? wordIds : _network.Embedding!.Trim(wordIds, _mostWidth));
        return Pass.Activated;
    }

    /// <summary>Runs the rest of the pass: activation and output.</summary>
    /// <exception cref="ArithmeticException">A logit isn't finite.</exception>
    public TextPass<float> Finish()
    {
        _network.Finish([], Pass);
        foreach (float logit in Pass.Logits)
        {
            if (!float.IsFinite(logit))
                throw new ArithmeticException(FormattableString.Invariant($"the logit is {logit}: the weights are too large"));
        }

        return Pass;
    }

    /// <summary>
    /// Pools the padded text in sections. The text has as many zero words in front as any bank needs, and as many at its end; each bank
    /// pools those of its own windows that begin in the section.
    /// </summary>
    private void PoolRows(ReadOnlySpan<int> wordIds)
    {
        int windowsEnd = 0;
        for (int b = _firstBank; b < _network.Banks.Length; b++)
            windowsEnd = Math.Max(windowsEnd, FirstWindow(b) + Windows(b, wordIds.Length));
        for (int part = 0; part < windowsEnd; part += WordsAtOnce)
        {
            int end = Math.Min(part + WordsAtOnce, windowsEnd);
            Fill(wordIds, part, _addresses.AsSpan(0, end - part + _mostWidth - 1));
            int place = 0;
            for (int b = _firstBank; b < _network.Banks.Length; b++)
            {
                FilterTable<float> table = _network.Tables[b];
                int first = Math.Max(part, FirstWindow(b));
                int last = Math.Min(end, FirstWindow(b) + Windows(b, wordIds.Length)) - 1;
                if (first <= last)
                {
                    ReadOnlySpan<nint> words = _addresses.AsSpan(first - part, last - first + table.Width);
                    Span<float> maxima = _maxima.Span.Slice(place, _rooms[b]);
                    _rows!.Pool(b, words, first - FirstWindow(b), maxima, WinnersAt(place, _rooms[b]));
                }

                place += _rooms[b];
            }
        }

        GC.KeepAlive(_scratch);
        HandOver();
    }

    /// <summary>Copies responses and winners to the pass. The features of the banks are adjacent there: each bank overwrites the zeros that
    /// pad the one before it.</summary>
    private void HandOver()
    {
        int place = 0;
        for (int b = _firstBank; b < _network.Banks.Length; b++)
        {
            FilterTable<float> table = _network.Tables[b];
            int feature = _network.FirstFeature(b);
            Span<float> responses = Pass.ResponsesFrom(feature)[..table.Stride];
            _rows!.Finish(b, _maxima.Span.Slice(place, table.Stride), _winners.Length > 0, responses);
            _network.Banks[b].AddBias(responses);
            if (_winners.Length > 0) WinnersAt(place, table.Filters).CopyTo(Pass.WinnersFrom(feature));
            place += _rooms[b];
        }
    }

    private Span<float> WinnersAt(int place, int count) => _winners.Length == 0 ? [] : _winners.Span.Slice(place, count);

    /// <summary>Finds the rows of a section of the padded text.</summary>
    private void Fill(ReadOnlySpan<int> wordIds, int part, Span<nint> addresses)
    {
        int first = Math.Clamp(_before - part, 0, addresses.Length);
        int words = Math.Clamp(wordIds.Length - (part + first - _before), 0, addresses.Length - first);
        addresses[..first].Fill(_rows!.Zero);
        if (words > 0) _rows.Find(wordIds.Slice(part + first - _before, words), addresses.Slice(first, words), _scratch!);
        addresses[(first + words)..].Fill(_rows.Zero);
    }

    /// <summary>Returns the position of a bank's first window in the text padded for all banks.</summary>
    private int FirstWindow(int bank) => _before - _network.Banks[bank].Padding.Before(_network.Tables[bank].Width);

    private int Windows(int bank, int words)
    {
        int width = _network.Tables[bank].Width;
        return TextPass<float>.Checked(_network.Banks[bank].Padding.PaddedLength(words, width)) - width + 1;
    }
}
