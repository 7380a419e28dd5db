namespace MaxPoolConvNet;

/// <summary>How many n-grams <see cref="TextClassifier.FindModelNgrams"/> and <see cref="TextClassifier.FindNgrams"/> give. Immutable.</summary>
public sealed record NgramOptions
{
    /// <summary>The most n-grams of each filter that are taken from texts; at least 1. The default is 5. From the model alone there is one.</summary>
    public int PerFilter { get; init; } = 5;

    /// <summary>The most n-grams of each label; at least 1. The default is 10.</summary>
    public int PerLabel { get; init; } = 10;

    internal void Check()
    {
        OptionRange.Check(PerFilter, 1, int.MaxValue, nameof(PerFilter));
        OptionRange.Check(PerLabel, 1, int.MaxValue, nameof(PerLabel));
    }
}
