namespace MaxPoolConvNet.Benchmarks.Accuracy;

/// <summary>A figure, and where and when it was measured.</summary>
/// <param name="Key">What it is the figure of.</param>
/// <param name="Value">From 0 to 1.</param>
/// <param name="Seconds">Time to learn and to predict, without reading the files.</param>
/// <param name="Machine">What it was measured on.</param>
/// <param name="Date">When, in UTC.</param>
/// <param name="Predicted">The label predicted for each text tested on.</param>
internal sealed record Figure(FigureKey Key, double Value, double Seconds, string Machine, DateOnly Date, IReadOnlyList<string> Predicted);
