using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet;

/// <summary>Rows of 16-bit floating-point numbers.</summary>
internal sealed class BFloat16RowFormat(WordRowMaker maker) : RowFormat(maker)
{
    public override int RowBytes => checked(sizeof(ushort) * Maker.RowLength);

    public override unsafe void Write(ReadOnlySpan<float> rows, nint address)
    {
        Check(rows, BFloat16.MaxValue);
        BFloat16.Round(rows, new Span<ushort>((void*)address, rows.Length));
    }

    public override void Pool(int bank, ReadOnlySpan<nint> addresses, int firstWindow, Span<float> maxima, Span<float> winners)
    {
        var rows = new BFloat16Rows(addresses, Maker.Offset(bank));
        FilterTable<float> table = Maker.Table(bank);
        Lanes.Run<ConvolveMaxPool<float, BFloat16Rows>, float>(new(rows, table.Width, table.Stride, maxima, winners, firstWindow));
    }
}
