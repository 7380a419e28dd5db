using System.Numerics;

namespace MaxPoolConvNet.Text;

/// <summary>Rows of one length that are added one by one and never move: they are in blocks, so growing copies nothing.</summary>
/// <remarks>Not thread-safe while rows are added; then any number of threads may read.</remarks>
internal sealed class WordVectorRows : IVectorRows
{
    private const int BlockLength = 1 << 16;

    private readonly List<float[]> _blocks = [];
    private readonly int _shift;
    private readonly int _mask;
    private int _count;

    public WordVectorRows(int dimension)
    {
        Dimension = dimension;
        _shift = BitOperations.Log2((uint)Math.Max(1, BlockLength / dimension));
        _mask = (1 << _shift) - 1;
    }

    public int Dimension { get; }

    public Span<float> this[int row] => _blocks[row >> _shift].AsSpan((row & _mask) * Dimension, Dimension);

    public ReadOnlySpan<float> Row(int row) => this[row];

    /// <summary>Adds a row of zeros, to be filled by the caller.</summary>
    public Span<float> Add()
    {
        if ((_count & _mask) == 0)
            _blocks.Add(new float[Dimension << _shift]);
        return this[_count++];
    }

    /// <summary>Releases the memory after the last row; nothing is added afterwards.</summary>
    public void Trim()
    {
        int used = _count & _mask;
        if (used == 0)
            return;
        _blocks[^1] = _blocks[^1].AsSpan(0, used * Dimension).ToArray();
    }
}
