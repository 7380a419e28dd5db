namespace MaxPoolConvNet.Benchmarks.Accuracy.Baselines;

/// <summary>A text as ML.NET reads it: a column for each property.</summary>
internal sealed class MlNetText
{
    public required string Text { get; init; }

    public required string Label { get; init; }

    /// <summary>Of two labels, whether it is the second one.</summary>
    public required bool IsSecond { get; init; }
}
