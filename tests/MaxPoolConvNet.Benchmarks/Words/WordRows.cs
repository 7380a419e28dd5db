using MaxPoolConvNet.Benchmarks.Roofline;

namespace MaxPoolConvNet.Benchmarks.Words;

/// <summary>
/// A row for each word, as long as those of 100 one-hot filters of two words in whole cache lines. A prediction reads them between the
/// look-ups of two texts, so that what they push out of the caches has to come from memory again.
/// </summary>
internal sealed class WordRows
{
    private const int RowLength = 256;

    private readonly AlignedArray<float> _table;

    public WordRows(int words)
    {
        _table = new AlignedArray<float>(words * RowLength);
        _table.Span.Fill(1e-3f); // memory that was never written to is one page of zeros, again and again
    }

    public void Read(ReadOnlySpan<int> ids)
    {
        Span<float> sum = stackalloc float[1];
        Lanes.Run<AddUp, float>(new AddUp(_table.Span, RowLength, ids, sum));
    }
}
