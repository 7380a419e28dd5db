using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet;

/// <summary>How many n-grams <see cref="TextClassifier.FindModelNgrams"/> and <see cref="TextClassifier.FindNgrams"/> give. Checked where it is taken.</summary>
public sealed record NgramOptions
{
    /// <summary>The most n-grams of each filter that are taken from texts; at least 1. The default is 5. From the model alone there is one.</summary>
    [Range(1, int.MaxValue)]
    public int PerFilter { get; set; } = 5;

    /// <summary>The most n-grams of each label; at least 1. The default is 10.</summary>
    [Range(1, int.MaxValue)]
    public int PerLabel { get; set; } = 10;

    internal void Check() => OptionRange.CheckAll(this);
}
