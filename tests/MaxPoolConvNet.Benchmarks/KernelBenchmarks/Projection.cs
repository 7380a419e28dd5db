namespace MaxPoolConvNet.Benchmarks.KernelBenchmarks;

/// <summary>
/// The matrix product of a training step of Kim's network: 500 distinct words of a batch, as vectors of 300 numbers, by the filters, 100 each
/// of three, four and five words, stored as training stores them.
/// </summary>
internal sealed class Projection
{
    public const int Words = 500;
    public const int Dimension = 300;
    public const int Columns = 1_200;

    private static readonly int _stride = AlignedArray<float>.WholeLines(Dimension);

    private readonly AlignedArray<float> _words = RandomNumbers.Of(Words * _stride, 1);
    private readonly AlignedArray<float> _filters = RandomNumbers.Of(Columns * _stride, 2);
    private readonly int[] _rows = [.. Enumerable.Range(0, Words)];
    private readonly AlignedArray<float> _products = new(Words * Columns);
    private readonly float[] _packed = new float[MatrixProduct<float>.PackedLength(Dimension)];

    /// <summary>Multiplications and additions.</summary>
    public static double Operations => 2.0 * Words * Dimension * Columns;

    /// <summary>The whole product.</summary>
    public MatrixProduct<float> Kernel => OfColumns(..Columns, _packed);

    /// <summary>The words' vectors, row by row, without what fills cache lines up.</summary>
    public float[] Left => Dense(_words.Span, Words);

    /// <summary>The filters, row by row, likewise.</summary>
    public float[] Right => Dense(_filters.Span, Columns);

    /// <summary>What the last run gave, row by row.</summary>
    public float[] Products => _products.Span.ToArray();

    /// <summary>A part of it, as a thread computes it.</summary>
    /// <param name="columns">From and to whole cache lines.</param>
    /// <param name="packed">The thread's scratch.</param>
    public MatrixProduct<float> OfColumns(Range columns, Span<float> packed) => new(
        _words.Span, _stride, _rows, new MatrixView<float>(_filters.Span, Dimension, 1, _stride), columns, _products.Span, Columns, packed);

    private static float[] Dense(ReadOnlySpan<float> rows, int count)
    {
        float[] dense = new float[count * Dimension];
        for (int row = 0; row < count; row++)
            rows.Slice(row * _stride, Dimension).CopyTo(dense.AsSpan(row * Dimension));
        return dense;
    }
}
