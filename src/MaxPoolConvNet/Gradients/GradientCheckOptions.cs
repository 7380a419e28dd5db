using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet.Networks;

/// <summary>The options of a gradient check. The defaults suit double precision.</summary>
/// <remarks>Validated when they are used.</remarks>
public sealed record GradientCheckOptions
{
    /// <summary>The largest allowed difference between an entry and its numerical value. From 1e-12 to 1e-2. The default is 1e-7.</summary>
    /// <remarks>
    /// Relative to the larger of the entry's absolute value and <see cref="SmallestSize"/> times the block's largest entry.
    /// </remarks>
    [Range(1e-12, 1e-2)]
    public double Tolerance { get; set; } = 1e-7;

    /// <summary>
    /// The smallest size of an entry, as a fraction of its block's largest: smaller entries are compared as if they had it.
    /// </summary>
    /// <remarks>From 1e-6 to 1. The default is 1e-3.</remarks>
    [Range(1e-6, 1.0)]
    public double SmallestSize { get; set; } = 1e-3;

    /// <summary>The first and largest step ±ε by which an entry is moved. From 1e-6 to 1. The default is 1/16.</summary>
    /// <remarks>Extrapolation reduces the step, and so does a kink within ±ε.</remarks>
    [Range(1e-6, 1.0)]
    public double Step { get; set; } = 1.0 / 16;

    /// <summary>
    /// The maximum number of entries per parameter that are compared one by one. The default is <see langword="null"/>: all.
    /// </summary>
    /// <remarks>
    /// At least 1. If a text uses more entries of a parameter, that many are sampled, half of them from entries whose analytic gradient is
    /// 0. A trained network with an embedding has hundreds of thousands of entries, each of which takes several passes.
    /// </remarks>
    [Range(1, int.MaxValue)]
    public int? MaximumEntries { get; set; }

    /// <summary>The seed of the random direction and of the sampled entries. The default is 1.</summary>
    public ulong Seed { get; set; } = 1;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    internal void Check() => OptionRange.CheckAll(this);
}
