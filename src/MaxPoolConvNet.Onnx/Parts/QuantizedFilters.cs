using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Onnx.Parts;

/// <summary>
/// Filters over one-hot words as whole numbers of 8 bits and a scale per filter, as a compact classifier has them: U[r, j] is number
/// [r, j] times scale j.
/// </summary>
internal sealed class QuantizedFilters
{
    /// <summary>How far a weight may be from a multiple of its scale, as a fraction of the filter's largest weight.</summary>
    private const double Tolerance = 1e-6;

    private readonly sbyte[] _numbers;
    private readonly int _positionLength;

    private QuantizedFilters(sbyte[] numbers, float[] scales, int positionLength)
    {
        _numbers = numbers;
        Scales = scales;
        _positionLength = positionLength;
    }

    /// <summary>The scale of each filter.</summary>
    public float[] Scales { get; }

    /// <summary>The numbers of the words at a position of the window, a row per word.</summary>
    public ReadOnlySpan<sbyte> At(int position) => _numbers.AsSpan(position * _positionLength, _positionLength);

    /// <summary>Returns the filters; <see langword="null"/> if they aren't whole multiples of scales.</summary>
    /// <param name="layer">The filters.</param>
    /// <param name="levels">The largest whole number: that of the weight that is the largest of its filter.</param>
    public static QuantizedFilters? Of(ConvFilterLayer layer, int levels)
    {
        Parameter u = layer.Parameters[0];
        double[] largest = new double[u.ColumnCount];
        double[] row = new double[u.ColumnCount];
        for (int r = 0; r < u.RowCount; r++)
        {
            u.CopyRow(r, row);
            for (int j = 0; j < row.Length; j++)
                largest[j] = Math.Max(largest[j], Math.Abs(row[j]));
        }

        sbyte[] numbers = new sbyte[checked(u.RowCount * u.ColumnCount)];
        for (int r = 0; r < u.RowCount; r++)
        {
            u.CopyRow(r, row);
            for (int j = 0; j < row.Length; j++)
            {
                double multiple = largest[j] == 0 ? 0 : row[j] / largest[j] * levels;
                double number = Math.Round(multiple);
                if (Math.Abs(multiple - number) > Tolerance * levels) return null;
                numbers[(r * row.Length) + j] = (sbyte)number;
            }
        }

        return new QuantizedFilters(numbers, [.. largest.Select(one => (float)(one / levels))], layer.WordSize * u.ColumnCount);
    }
}
