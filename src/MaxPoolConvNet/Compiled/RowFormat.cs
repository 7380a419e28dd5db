namespace MaxPoolConvNet;

/// <summary>The number format of a compiled table's rows: stores them in memory and pools them.</summary>
internal abstract class RowFormat
{
    /// <param name="maker">Computes the rows in single precision.</param>
    protected RowFormat(WordRowMaker maker) => Maker = maker;

    /// <summary>The size in bytes of a word's rows for all banks; whole cache lines.</summary>
    public abstract int RowBytes { get; }

    protected WordRowMaker Maker { get; }

    /// <summary>Returns the length of the buffers that <see cref="Pool"/> needs: the stride of a row.</summary>
    public virtual int Room(int bank) => Maker.Table(bank).Stride;

    /// <summary>Stores the rows of a word at an address.</summary>
    /// <exception cref="ArithmeticException">A number isn't finite or is too large for the format: the running maximum would hide the
    /// infinity or NaN that results.</exception>
    public abstract void Write(ReadOnlySpan<float> rows, nint address);

    /// <summary>Computes the largest sum of each filter of a bank over some windows of a text, in the format's own units.</summary>
    /// <param name="bank">The bank.</param>
    /// <param name="addresses">The addresses of the rows of these windows' words.</param>
    /// <param name="firstWindow">The index of the first window; above 0, pooling continues from the given maxima.</param>
    /// <param name="maxima">Receives the sums; its length is that of <see cref="Room"/>.</param>
    /// <param name="winners">Receives the indices of the windows that won; empty if they aren't needed.</param>
    public abstract void Pool(int bank, ReadOnlySpan<nint> addresses, int firstWindow, Span<float> maxima, Span<float> winners);

    /// <summary>Converts the sums of <see cref="Pool"/> into the filters' responses, without biases, padded with zeros up to the bank's
    /// stride.</summary>
    /// <param name="bank">The bank.</param>
    /// <param name="maxima">The sums.</param>
    /// <param name="withWinners">Whether the winners were pooled, too.</param>
    /// <param name="responses">Receives the responses; as long as the bank's stride.</param>
    public virtual void Finish(int bank, ReadOnlySpan<float> maxima, bool withWinners, Span<float> responses) => maxima.CopyTo(responses);

    /// <exception cref="ArithmeticException">The absolute value is larger than the maximum, or NaN.</exception>
    public static void Check(float size, float maximum)
    {
        if (!(size <= maximum))
        {
            throw new ArithmeticException(FormattableString.Invariant(
                $"a row of the compiled table has the number {size}: the weights are too large"));
        }
    }

    /// <summary>Updates the largest absolute value of each entry.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="largest">The bits of the largest absolute values, entry by entry.</param>
    public static void KeepLargest(ReadOnlySpan<float> rows, Span<int> largest)
    {
        for (int at = 0; at < rows.Length; at++)
            largest[at] = Math.Max(largest[at], SizeBits(rows[at]));
    }

    /// <exception cref="ArithmeticException">A number's absolute value is larger than the maximum, or NaN.</exception>
    protected static void Check(ReadOnlySpan<float> rows, float maximum)
    {
        int largest = 0;
        foreach (float number in rows)
            largest = Math.Max(largest, SizeBits(number));
        Check(BitConverter.Int32BitsToSingle(largest), maximum);
    }

    /// <summary>Returns the bits of an absolute value. They have the order of the values; those of NaN follow infinity.</summary>
    private static int SizeBits(float number) => BitConverter.SingleToInt32Bits(number) & int.MaxValue;
}
