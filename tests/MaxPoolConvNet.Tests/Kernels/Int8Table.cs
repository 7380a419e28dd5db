using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Tests;

/// <summary>Rows of 8-bit numbers that don't move, behind those of another bank, and what a plain loop makes of them.</summary>
internal sealed class Int8Table
{
    private const int Words = 9;

    private readonly sbyte[] _rows;
    private readonly int _wordBytes;

    /// <param name="offset">Bytes of a word's rows before these.</param>
    /// <param name="width">Rows of a word.</param>
    /// <param name="stride">Bytes of a row.</param>
    /// <param name="number">The number at a place.</param>
    public Int8Table(int offset, int width, int stride, Func<int, int> number)
    {
        (Offset, Width, Stride) = (offset, width, stride);
        _wordBytes = offset + (width * stride);
        _rows = GC.AllocateArray<sbyte>(Words * _wordBytes, pinned: true);
        for (int at = 0; at < _rows.Length; at++)
            _rows[at] = (sbyte)number(at);
    }

    public int Offset { get; }

    public int Width { get; }

    public int Stride { get; }

    /// <summary>Random rows, the extremes among them.</summary>
    public static Int8Table Random(int width, int stride)
    {
        var random = new CounterRandom((ulong)((width * 1000) + stride));
        return new Int8Table(offset: 64 * (width % 3), width, stride, at => random.Below(255, (ulong)at) - 127);
    }

    /// <summary>A random text.</summary>
    public static int[] Text(int words)
    {
        var random = new CounterRandom((ulong)words);
        return [.. Enumerable.Range(0, words).Select(at => random.Below(Words, (ulong)at))];
    }

    public nint[] Addresses(ReadOnlySpan<int> text)
    {
        nint[] addresses = new nint[text.Length];
        for (int at = 0; at < text.Length; at++)
            addresses[at] = Marshal.UnsafeAddrOfPinnedArrayElement(_rows, text[at] * _wordBytes);
        return addresses;
    }

    /// <summary>The largest sum of each filter, and the first window that has it.</summary>
    public (int[] Maxima, int[] Winners) Pool(int[] text)
    {
        int[] maxima = new int[Stride];
        int[] winners = new int[Stride];
        for (int j = 0; j < Stride; j++)
        {
            int[] sums = [.. Enumerable.Range(0, text.Length - Width + 1).Select(m => Enumerable.Range(0, Width).Sum(i => Number(text[m + i], i, j)))];
            maxima[j] = sums.Max();
            winners[j] = Array.IndexOf(sums, maxima[j]);
        }

        return (maxima, winners);
    }

    private int Number(int word, int position, int filter) => _rows[(word * _wordBytes) + Offset + (position * Stride) + filter];
}
