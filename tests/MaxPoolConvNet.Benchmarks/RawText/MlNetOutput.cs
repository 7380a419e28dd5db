namespace MaxPoolConvNet.Benchmarks.RawText;

/// <summary>What ML.NET's prediction engine says of a text.</summary>
internal sealed class MlNetOutput
{
    /// <summary>Of two labels, whether it is the second one.</summary>
    public bool PredictedLabel { get; set; }

    /// <summary>How probable the second label is.</summary>
    public float Probability { get; set; }
}
