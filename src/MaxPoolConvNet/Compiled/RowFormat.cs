namespace MaxPoolConvNet;

/// <summary>How the rows of a compiled table are kept in memory, and what pools them.</summary>
internal abstract class RowFormat
{
    /// <param name="maker">Makes the rows in single precision.</param>
    protected RowFormat(WordRowMaker maker) => Maker = maker;

    /// <summary>Bytes of the rows of a word, of all banks; whole cache lines.</summary>
    public abstract int RowBytes { get; }

    protected WordRowMaker Maker { get; }

    /// <summary>The numbers that <see cref="Pool"/> needs room for: those of a row.</summary>
    public virtual int Room(int bank) => Maker.Table(bank).Stride;

    /// <summary>Keeps the rows of a word at an address.</summary>
    /// <exception cref="ArithmeticException">A number isn't finite, or too large for the format: the running maximum would swallow what
    /// comes of it.</exception>
    public abstract void Write(ReadOnlySpan<float> rows, nint address);

    /// <summary>The largest sum of each of a bank's filters over some windows of a text, in a form of the format's own.</summary>
    /// <param name="bank">The bank.</param>
    /// <param name="addresses">The words of these windows.</param>
    /// <param name="firstWindow">The number of the first one; above 0, the pool continues.</param>
    /// <param name="maxima">Receives the sums; as much as <see cref="Room"/>.</param>
    /// <param name="winners">Receives the windows that won; empty where nobody asks.</param>
    public abstract void Pool(int bank, ReadOnlySpan<nint> addresses, int firstWindow, Span<float> maxima, Span<float> winners);

    /// <summary>Turns what <see cref="Pool"/> has given into the filters' responses, without their biases, and zeros up to the bank's
    /// stride.</summary>
    /// <param name="bank">The bank.</param>
    /// <param name="maxima">The sums.</param>
    /// <param name="withWinners">Whether it was asked for winners.</param>
    /// <param name="responses">Receives the responses; as long as the bank's stride.</param>
    public virtual void Finish(int bank, ReadOnlySpan<float> maxima, bool withWinners, Span<float> responses) => maxima.CopyTo(responses);

    /// <exception cref="ArithmeticException">The size is larger than the maximum, or NaN.</exception>
    public static void Check(float size, float maximum)
    {
        if (!(size <= maximum))
        {
            throw new ArithmeticException(FormattableString.Invariant(
                $"a row of the compiled table has the number {size}: the weights are too large"));
        }
    }

    /// <summary>Keeps the largest size of each entry.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="largest">The bits of the largest sizes, entry by entry.</param>
    public static void KeepLargest(ReadOnlySpan<float> rows, Span<int> largest)
    {
        for (int at = 0; at < rows.Length; at++)
            largest[at] = Math.Max(largest[at], SizeBits(rows[at]));
    }

    /// <exception cref="ArithmeticException">A number's size is larger than the maximum, or NaN.</exception>
    protected static void Check(ReadOnlySpan<float> rows, float maximum)
    {
        int largest = 0;
        foreach (float number in rows)
            largest = Math.Max(largest, SizeBits(number));
        Check(BitConverter.Int32BitsToSingle(largest), maximum);
    }

    /// <summary>The bits of an absolute value, which are ordered as the values are, those of NaN behind infinity.</summary>
    private static int SizeBits(float number) => BitConverter.SingleToInt32Bits(number) & int.MaxValue;
}
