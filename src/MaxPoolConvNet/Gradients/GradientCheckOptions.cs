using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet.Networks;

/// <summary>How a gradient check is made. The defaults suit double precision; checked where it is taken.</summary>
public sealed record GradientCheckOptions
{
    /// <summary>
    /// The largest difference of an entry from its numerical value, relative to the larger of its own size and <see cref="SmallestSize"/> of
    /// the block's largest entry; from 1e-12 to 1e-2. The default is 1e-7.
    /// </summary>
    [Range(1e-12, 1e-2)]
    public double Tolerance { get; set; } = 1e-7;

    /// <summary>Entries smaller than this part of their block's largest are held to that size; from 1e-6 to 1. The default is 1e-3.</summary>
    [Range(1e-6, 1.0)]
    public double SmallestSize { get; set; } = 1e-3;

    /// <summary>
    /// The first and largest step ±ε by which an entry is moved; extrapolation makes it smaller, and so does a kink within ±ε. From 1e-6 to
    /// 1; the default is 1/16.
    /// </summary>
    [Range(1e-6, 1.0)]
    public double Step { get; set; } = 1.0 / 16;

    /// <summary>
    /// The most entries of a parameter that are moved one by one: where a text uses more of it, so many are drawn at random, half of
    /// them such whose gradient is said to be 0. At least 1; null, the
    /// default, for all. A trained network with an embedding has hundreds of thousands, each of which takes several passes.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int? MaximumEntries { get; set; }

    /// <summary>
    /// The seed of the random direction along which all parameters are moved at once, and of the entries that are drawn. The default is 1.
    /// </summary>
    public ulong Seed { get; set; } = 1;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    internal void Check() => OptionRange.CheckAll(this);
}
