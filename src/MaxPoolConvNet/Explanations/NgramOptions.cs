using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet;

/// <summary>
/// The number of n-grams that <see cref="TextClassifier.FindModelNgrams"/> and <see cref="TextClassifier.FindNgrams"/> return. The method
/// that takes the options checks them.
/// </summary>
public sealed record NgramOptions
{
    /// <summary>
    /// The maximum number of n-grams per filter from texts. The default is 5. At least 1. From the model alone, each filter has one n-gram.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int PerFilter { get; set; } = 5;

    /// <summary>The maximum number of n-grams per label. The default is 10. At least 1.</summary>
    [Range(1, int.MaxValue)]
    public int PerLabel { get; set; } = 10;

    internal void Check() => OptionRange.CheckAll(this);
}
