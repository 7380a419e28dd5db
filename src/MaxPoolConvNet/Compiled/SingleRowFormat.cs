using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet;

/// <summary>Rows in single precision, as they are computed.</summary>
internal sealed class SingleRowFormat(WordRowMaker maker) : RowFormat(maker)
{
    public override int RowBytes => checked(sizeof(float) * Maker.RowLength);

    public override unsafe void Write(ReadOnlySpan<float> rows, nint address)
    {
        Check(rows, float.MaxValue);
        rows.CopyTo(new Span<float>((void*)address, rows.Length));
    }

    public override void Pool(int bank, ReadOnlySpan<nint> addresses, int firstWindow, Span<float> maxima, Span<float> winners)
    {
        var rows = new SingleRows(addresses, Maker.Offset(bank));
        FilterTable<float> table = Maker.Table(bank);
        Lanes.Run<ConvolveMaxPool<float, SingleRows>, float>(new(rows, table.Width, table.Stride, maxima, winners, firstWindow));
    }
}
