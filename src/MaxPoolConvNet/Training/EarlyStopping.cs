using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet.Training;

/// <summary>Stops training when the results on held-out texts no longer improve, and keeps the network of the best epoch.</summary>
/// <remarks>
/// The best epoch has the highest held-out accuracy and, among equals, the lowest held-out loss. With several labels per text, a text
/// counts as classified correctly if exactly its labels are predicted.
/// </remarks>
public sealed record EarlyStopping
{
    /// <summary>The fraction of the texts that is held out, label by label. The default is 0.1. From 0.01 to 0.5.</summary>
    [Range(0.01, 0.5)]
    public double HeldOutFraction { get; set; } = 0.1;

    /// <summary>The number of epochs without improvement after which training stops. The default is 5. From 1 to 1,000.</summary>
    [Range(1, 1_000)]
    public int Patience { get; set; } = 5;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    internal void Check() => OptionRange.CheckAll(this);
}
