using System.Runtime.InteropServices;

namespace MaxPoolConvNet;

/// <summary>
/// Rows of 8-bit integers with one scale per filter. The sums of a window are integers, too, and one multiplication converts the largest
/// one into the filter's response.
/// </summary>
internal sealed class Int8RowFormat : RowFormat
{
    /// <summary>The largest number of 8-bit integers whose sum always fits into 16 bits.</summary>
    private const int MostInShorts = short.MaxValue / sbyte.MaxValue;

    /// <summary>Adding it to a number leaves no bit for a fraction: the lowest byte of the sum is the rounded number.</summary>
    private const float Rounder = 3 << 22;

    private readonly float[][] _scales;
    private readonly int[] _offsets;

    /// <param name="maker">Computes the rows in single precision.</param>
    /// <param name="scales">
    /// The scales of each bank's filters, padded with ones up to its stride, from the first bank on; see <see cref="Int8Scales"/>.
    /// </param>
    public Int8RowFormat(WordRowMaker maker, float[][] scales)
        : base(maker)
    {
        _scales = scales;
        _offsets = new int[scales.Length + 1];
        for (int b = maker.FirstBank; b < scales.Length; b++)
            _offsets[b + 1] = checked(_offsets[b] + (Maker.Table(b).Width * Room(b)));
    }

    public override int RowBytes => _offsets[^1];

    /// <summary>Returns the number of a bank's filters, rounded up to whole cache lines of bytes.</summary>
    public override int Room(int bank)
    {
        const int Line = AlignedArray<float>.Alignment;
        return checked(Maker.Table(bank).Filters + Line - 1) / Line * Line;
    }

    public override unsafe void Write(ReadOnlySpan<float> rows, nint address)
    {
        Check(rows, float.MaxValue);
        for (int b = Maker.FirstBank; b < _scales.Length; b++)
        {
            float[] scales = _scales[b];
            for (int i = 0; i < Maker.Table(b).Width; i++)
            {
                ReadOnlySpan<float> row = rows.Slice(Maker.Offset(b) + (i * scales.Length), scales.Length);
                Round(row, scales, new Span<sbyte>((sbyte*)address + _offsets[b] + (i * Room(b)), scales.Length));
            }
        }
    }

    public override void Pool(int bank, ReadOnlySpan<nint> addresses, int firstWindow, Span<float> maxima, Span<float> winners)
    {
        int width = Maker.Table(bank).Width;
        if (InShorts(bank, !winners.IsEmpty))
        {
            Span<short> sums = MemoryMarshal.Cast<float, short>(maxima);
            ShortLanes.Run(new ConvolveMaxPoolInt8(addresses, _offsets[bank], width, Room(bank), sums, firstWindow));
        }
        else
        {
            var rows = new Int8Rows(addresses, _offsets[bank]);
            Lanes.Run<ConvolveMaxPool<float, Int8Rows>, float>(new(rows, width, Room(bank), maxima, winners, firstWindow));
        }
    }

    public override void Finish(int bank, ReadOnlySpan<float> maxima, bool withWinners, Span<float> responses)
    {
        float[] scales = _scales[bank];
        if (InShorts(bank, withWinners))
            Lanes.Run<ScaledSums, float>(new ScaledSums(MemoryMarshal.Cast<float, short>(maxima), scales, responses));
        else
            Lanes.Run<Multiply<float>, float>(new Multiply<float>(maxima[..scales.Length], scales, responses));
    }

    /// <summary>Rounds to whole multiples of the scales, ties to even.</summary>
    private static void Round(ReadOnlySpan<float> row, ReadOnlySpan<float> scales, Span<sbyte> numbers)
    {
        for (int j = 0; j < numbers.Length; j++)
            numbers[j] = (sbyte)BitConverter.SingleToInt32Bits((row[j] / scales[j]) + Rounder);
    }

    /// <summary>Whether a bank's sums have 16 bits; otherwise they are in single precision, which gives the same sums.</summary>
    private bool InShorts(int bank, bool withWinners) => !withWinners && Maker.Table(bank).Width <= MostInShorts;
}
