using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet.Evaluation;

/// <summary>How two classifiers are compared. Validated and copied when the options are used.</summary>
public sealed record ModelComparisonOptions
{
    /// <summary>
    /// The level of significance: the probability with which a difference that is due to chance alone counts. Intervals have a confidence
    /// of 1 − this. From 0.0001 to 0.5. The default is 0.05.
    /// </summary>
    [Range(0.0001, 0.5)]
    public double Level { get; set; } = 0.05;

    /// <summary>
    /// How much lower the second classifier's accuracy may be without counting as worse. From 0 to 1. The default is 0.
    /// </summary>
    [Range(0.0, 1.0)]
    public double Margin { get; set; }

    /// <summary>The maximum number of threads. At least 1. The default is <see langword="null"/>: all processors.</summary>
    [Range(1, int.MaxValue)]
    public int? Threads { get; set; }
}
