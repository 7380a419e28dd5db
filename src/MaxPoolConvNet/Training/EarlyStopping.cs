using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet.Training;

/// <summary>
/// Stops a training once a part of the texts, held out from it, is no longer recognized better, and gives the network of the best epoch:
/// the one with the highest held-out accuracy (of texts with several labels: the part whose exact labels are recognized), of equal ones that with the lowest held-out loss.
/// </summary>
public sealed record EarlyStopping
{
    /// <summary>The part of the texts that is held out, label by label; from 0.01 to 0.5. The default is 0.1.</summary>
    [Range(0.01, 0.5)]
    public double HeldOutFraction { get; set; } = 0.1;

    /// <summary>Epochs without a better one after which training stops; from 1 to 1,000. The default is 5.</summary>
    [Range(1, 1_000)]
    public int Patience { get; set; } = 5;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    internal void Check() => OptionRange.CheckAll(this);
}
