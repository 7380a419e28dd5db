namespace MaxPoolConvNet.Tool.Files;

/// <summary>Where a file has the label of a text.</summary>
/// <param name="Begin">The first character, from 0; of a quoted field, its opening quote.</param>
/// <param name="Length">The number of characters.</param>
/// <param name="Dialect">How a label is written there.</param>
internal readonly record struct LabelPlace(int Begin, int Length, ILabelDialect Dialect);
