namespace MaxPoolConvNet.Text;

/// <summary>Rows in 8 bits: entry s is a whole number times the scale of s. A row that is asked for is kept as numbers.</summary>
internal sealed class Int8VectorRows(ReadOnlyMemory<sbyte> values, float[] scales) : IVectorRows
{
    private readonly float[]?[] _rows = new float[values.Length / scales.Length][];

    public int Dimension => scales.Length;

    public ReadOnlySpan<float> Row(int row) => _rows[row] ??= Made(row);

    private float[] Made(int row)
    {
        ReadOnlySpan<sbyte> from = values.Span.Slice(row * scales.Length, scales.Length);
        float[] made = new float[scales.Length];
        for (int s = 0; s < made.Length; s++)
            made[s] = from[s] * scales[s];
        return made;
    }
}
