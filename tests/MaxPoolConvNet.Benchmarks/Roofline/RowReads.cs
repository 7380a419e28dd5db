
namespace MaxPoolConvNet.Benchmarks.Roofline;

/// <summary>
/// Rows of a table that are read from memory or a cache, each thread other ones. No row is asked for before it is needed, so that at random this
/// is what plain reading gives, not the most that can be had.
/// </summary>
internal sealed class RowReads : MachineLoad
{
    /// <summary>Entries of the rows of a word in Kim's network, 5,376 bytes: 100 filters in whole cache lines, at 3 + 4 + 5 positions.</summary>
    private const int WordRows = (3 + 4 + 5) * 112;

    private const int RowsAtOnce = 500;

    private readonly AlignedArray<float> _table;
    private readonly int _rowLength;
    private readonly int[] _rows;

    private RowReads(string name, long bytes, int rowLength, Func<int, int[]> order)
        : base(name, "GB")
    {
        int count = (int)(bytes / (rowLength * sizeof(float)));
        _table = new AlignedArray<float>(count * rowLength);
        _rowLength = rowLength;
        _rows = order(count);

        // memory that was never written to is one page of zeros, again and again
        _table.Span.Fill(1e-3f);
    }

    /// <summary>All of a gigabyte, from its first to its last number; of several threads each reads a part.</summary>
    public static RowReads InOrder() => new("1 GB of memory in order", 1_000_000_000, 1_024, count => [.. Enumerable.Range(0, count)]);

    /// <summary>Rows of a word at random, out of a table of the size of Kim's network for 20,000 words.</summary>
    public static RowReads AtRandom() => new("rows of 5.4 KB at random out of 100 MB", 100_000_000, WordRows, count => Random(count, 20_000));

    /// <summary>The same out of a table that the second-level cache of a core holds.</summary>
    public static RowReads AtRandomInCache() => new("rows of 5.4 KB at random out of 0.3 MB, in the L2 cache", 300_000, WordRows, count => Random(count, 5_000));

    public override double Amount(int threads) => _rows.Length * (_rowLength * sizeof(float) / 1e9);

    public override void Run(WorkSharing sharing) => sharing.Run(Chunks.Count(_rows.Length, RowsAtOnce), (piece, _) =>
    {
        Span<float> result = stackalloc float[1];
        Lanes.Run<AddUp, float>(new AddUp(_table.Span, _rowLength, _rows.AsSpan(Chunks.Of(piece, _rows.Length, RowsAtOnce)), result));
    });

    private static int[] Random(int rows, int reads)
    {
        var random = new CounterRandom(1);
        return [.. Enumerable.Range(0, reads).Select(read => random.Below(rows, (ulong)read))];
    }
}
