using System.Numerics;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// P = X·U: the responses of filters over word vectors to words at each position of a window. A thread's scratch memory.
/// </summary>
/// <param name="dimension">S, the number of entries of a vector.</param>
internal sealed class WordProjection<T>(int dimension)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>
    /// From this number of words on, the matrix product, which first packs all filters, is faster than sums of their rows.
    /// </summary>
    public const int LeastOfProduct = 8;

    private readonly T[] _packed = new T[MatrixProduct<T>.PackedLength(dimension)];
    private readonly WeightedRow<T>[] _terms = new WeightedRow<T>[dimension];
    private int[] _numbers = [];

    /// <summary>
    /// Computes row w of the products: x_w · U[i·S … (i + 1)·S) for each position i, like a word's rows in a filter table.
    /// </summary>
    /// <param name="vectors">X: the vectors of the words.</param>
    /// <param name="vectorStride">The distance in entries between two vectors; at least S.</param>
    /// <param name="words">The number of words.</param>
    /// <param name="filters">U, a table of S words.</param>
    /// <param name="products">P, rows as long as those of a word in <paramref name="filters"/>.</param>
    /// <param name="productStride">The distance in entries between two rows of P; whole cache lines.</param>
    public void Run(ReadOnlySpan<T> vectors, int vectorStride, int words, FilterTable<T> filters, Span<T> products, int productStride)
    {
        if (words >= LeastOfProduct)
        {
            if (_numbers.Length < words) _numbers = [.. Enumerable.Range(0, 2 * words)];
            Lanes.Run<MatrixProduct<T>, T>(new MatrixProduct<T>(
                vectors,
                vectorStride,
                _numbers.AsSpan(0, words),
                filters.AsMatrix(),
                ..filters.RowLength,
                products,
                productStride,
                _packed));
        }
        else
        {
            // the same sums in the same order
            for (int w = 0; w < words; w++)
            {
                for (int s = 0; s < dimension; s++)
                    _terms[s] = new WeightedRow<T>(s, vectors[(w * vectorStride) + s]);
                Span<T> row = products.Slice(w * productStride, filters.RowLength);
                Lanes.Run<WeightedRowSum<T>, T>(new WeightedRowSum<T>(_terms, [dimension], filters.Entries, row));
            }
        }
    }
}
