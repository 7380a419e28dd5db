using System.Numerics;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// The intermediate results of one text in a network: a thread's scratch memory, reused without allocating, or the data of a
/// <see cref="ForwardPass"/>. The features of all widths are stored one after the other, those of the first width first.
/// </summary>
internal sealed class TextPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>
    /// The maximum number of words: windows are counted in T, and single precision represents no larger integers exactly.
    /// </summary>
    public const int MostWords = 1 << 24;

    private readonly int[][] _paddedIds;
    private readonly int[] _paddedLengths;
    private readonly T[] _activated;
    private T[]? _dropped;
    private readonly T[] _winners;
    private readonly int _lines;
    private bool _hasDropout;

    /// <param name="network">The network.</param>
    /// <param name="keepWinners">Whether to keep the winning windows.</param>
    public TextPass(Network<T> network, bool keepWinners = true)
    {
        _paddedIds = new int[network.Banks.Length][];
        Array.Fill(_paddedIds, []);
        _paddedLengths = new int[network.Banks.Length];
        _lines = AlignedArray<T>.WholeLines(network.Features);

        // the last bank of filters writes whole cache lines from its first feature on
        int room = _lines + AlignedArray<T>.EntriesPerLine;
        _activated = new T[room];
        _winners = keepWinners ? new T[room] : [];
        Logits = new T[network.Output.Logits];
    }

    /// <summary>f(max z) before dropout; whole cache lines.</summary>
    public Span<T> Activated => _activated.AsSpan(0, _lines);

    /// <summary>h, the input of the output, after dropout; whole cache lines.</summary>
    public ReadOnlySpan<T> Pooled => (_hasDropout ? _dropped : _activated).AsSpan(0, _lines);

    public T[] Logits { get; }

    /// <summary>The responses of the filters from <paramref name="feature"/> on, with room for whole cache lines.</summary>
    public Span<T> ResponsesFrom(int feature) => _activated.AsSpan(feature);

    /// <summary>
    /// The winning windows of the filters from <paramref name="feature"/> on, with room for whole cache lines; empty if they aren't kept.
    /// </summary>
    public Span<T> WinnersFrom(int feature) => _winners.Length == 0 ? [] : _winners.AsSpan(feature);

    /// <summary>Computes h = f(max z) times the dropout factors; empty for no dropout.</summary>
    public void Drop(ReadOnlySpan<T> factors)
    {
        _hasDropout = !factors.IsEmpty;
        if (!_hasDropout) return;
        _dropped ??= new T[_lines];
        Lanes.Run<Multiply<T>, T>(new Multiply<T>(Activated, factors, _dropped));
    }

    /// <summary>The padded text of a bank.</summary>
    public ReadOnlySpan<int> PaddedIds(int bank) => _paddedIds[bank].AsSpan(0, _paddedLengths[bank]);

    /// <summary>Pads the text for the filters of one width.</summary>
    public ReadOnlySpan<int> Pad(int bank, ReadOnlySpan<int> wordIds, Padding padding, int width, int zeroWord)
    {
        int length = padding.PaddedLength(wordIds.Length, width);
        if (_paddedIds[bank].Length < length) _paddedIds[bank] = NewIds(length, 2 * _paddedIds[bank].Length);
        _paddedLengths[bank] = length;
        padding.Pad(wordIds, width, zeroWord, _paddedIds[bank].AsSpan(0, length));
        return PaddedIds(bank);
    }

    private static int[] NewIds(int length, int twice) => new int[Math.Max(Checked(length), Math.Min(twice, MostWords))];

    /// <summary>Returns the number of words, padding included, if their windows can be counted.</summary>
    /// <exception cref="ArgumentException">There are more than <see cref="MostWords"/>.</exception>
    public static int Checked(int words) => words <= MostWords
        ? words
        : throw new ArgumentException(FormattableString.Invariant(
            $"the text has {words:N0} words, padding included; at most {MostWords:N0} were expected"));
}
