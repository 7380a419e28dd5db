namespace MaxPoolConvNet.Tool.Files;

/// <summary>The values of a column in a row group.</summary>
/// <param name="DefinitionLevels">Which entries are values and which nulls; empty if none can be null.</param>
/// <param name="RepetitionLevels">Which entries continue a list; empty if there are no lists.</param>
/// <param name="TextOf">From the number of a value to its text; nulls aren't counted.</param>
internal sealed record ParquetData(int[] DefinitionLevels, int[] RepetitionLevels, Func<int, string> TextOf);
