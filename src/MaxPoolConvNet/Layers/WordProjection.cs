using System.Numerics;

namespace MaxPoolConvNet.Networks;

/// <summary>P = X·U: what filters over word vectors answer to words at each position of a window. The scratch of a thread.</summary>
/// <param name="dimension">S, the entries of a vector.</param>
internal sealed class WordProjection<T>(int dimension)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>From this many words on the matrix product, which first packs all filters, is faster than sums of their rows.</summary>
    public const int LeastOfProduct = 8;

    private readonly T[] _packed = new T[MatrixProduct<T>.PackedLength(dimension)];
    private readonly WeightedRow<T>[] _terms = new WeightedRow<T>[dimension];
    private int[] _numbers = [];

    /// <summary>Row w of the products becomes x_w · U[i·S … (i + 1)·S) for each position i, as the rows of a word in a filter table.</summary>
    /// <param name="vectors">X: the vectors of the words.</param>
    /// <param name="vectorStride">Entries from a vector to the next; at least S.</param>
    /// <param name="words">How many words.</param>
    /// <param name="filters">U, a table of S words.</param>
    /// <param name="products">P, rows as long as those of a word in <paramref name="filters"/>.</param>
    /// <param name="productStride">Entries from a row of P to the next, whole cache lines.</param>
    public void Run(ReadOnlySpan<T> vectors, int vectorStride, int words, FilterTable<T> filters, Span<T> products, int productStride)
    {
        if (words >= LeastOfProduct)
        {
            if (_numbers.Length < words) _numbers = [.. Enumerable.Range(0, 2 * words)];
            Lanes.Run<MatrixProduct<T>, T>(new MatrixProduct<T>(
                vectors, vectorStride, _numbers.AsSpan(0, words), filters.AsMatrix(), ..filters.RowLength, products, productStride, _packed));
            return;
        }

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
