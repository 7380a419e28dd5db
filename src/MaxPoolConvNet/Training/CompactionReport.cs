namespace MaxPoolConvNet;

/// <summary>What making a classifier compact changed. Immutable.</summary>
/// <remarks>
/// The weights of each filter over one-hot words are whole multiples of a scale, which is the filter's largest weight divided by
/// <see cref="Levels"/>. Weights nearer to 0 than one and a half multiples are 0: most of them belong to words that never won a window of
/// the filter, and are the small random numbers that training began with. The differences are measured on up to 4,096 of the training
/// texts, spread evenly, or of the texts passed to <see cref="TextClassifier.Compact"/>. Those of training are measured before calibration.
/// </remarks>
public sealed class CompactionReport
{
    internal CompactionReport(int levels, double keptFraction, double? lossChange, double? largestLogitChange)
    {
        Levels = levels;
        KeptFraction = keptFraction;
        LossChange = lossChange;
        LargestLogitChange = largestLogitChange;
    }

    /// <summary>The largest multiple of the scale, from 3 to 127.</summary>
    public int Levels { get; }

    /// <summary>The fraction of the weights that aren't 0, from 0 to 1.</summary>
    public double KeptFraction { get; }

    /// <summary>
    /// The change of the mean log-loss on the texts, in nats, positive if it grew; <see langword="null"/> if there were no texts.
    /// </summary>
    public double? LossChange { get; }

    /// <summary>The largest change of a logit on the texts; <see langword="null"/> if there were no texts.</summary>
    public double? LargestLogitChange { get; }
}
