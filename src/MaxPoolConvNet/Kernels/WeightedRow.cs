namespace MaxPoolConvNet;

/// <summary>A row of a matrix and what it is multiplied by.</summary>
internal readonly record struct WeightedRow<T>(int Row, T Factor);
