namespace MaxPoolConvNet;

/// <summary>A row of a matrix and its factor.</summary>
internal readonly struct WeightedRow<T>(int row, T factor)
{
    public int Row { get; } = row;

    public T Factor { get; } = factor;
}
