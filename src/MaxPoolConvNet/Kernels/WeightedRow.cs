namespace MaxPoolConvNet;

/// <summary>A row of a matrix and its factor.</summary>
internal readonly record struct WeightedRow<T>(int Row, T Factor);
