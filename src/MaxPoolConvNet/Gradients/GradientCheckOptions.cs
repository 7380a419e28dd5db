namespace MaxPoolConvNet.Networks;

/// <summary>How a gradient check is made. The defaults suit double precision; checked where it is taken.</summary>
public sealed record GradientCheckOptions
{
    /// <summary>
    /// The largest difference of an entry from its numerical value, relative to the larger of its own size and <see cref="SmallestSize"/> of
    /// the block's largest entry; from 1e-12 to 1e-2. The default is 1e-7.
    /// </summary>
    public double Tolerance { get; init; } = 1e-7;

    /// <summary>Entries smaller than this part of their block's largest are held to that size; from 1e-6 to 1. The default is 1e-3.</summary>
    public double SmallestSize { get; init; } = 1e-3;

    /// <summary>
    /// The first and largest step ±ε by which an entry is moved; extrapolation makes it smaller, and so does a kink within ±ε. From 1e-6 to
    /// 1; the default is 1/16.
    /// </summary>
    public double Step { get; init; } = 1.0 / 16;

    /// <summary>
    /// The most entries of a parameter that are moved one by one: where a text uses more of it, so many are drawn at random, half of
    /// them such whose gradient is said to be 0. At least 1; null, the
    /// default, for all. A trained network with an embedding has hundreds of thousands, each of which takes several passes.
    /// </summary>
    public int? MaximumEntries { get; init; }

    /// <summary>
    /// The seed of the random direction along which all parameters are moved at once, and of the entries that are drawn. The default is 1.
    /// </summary>
    public ulong Seed { get; init; } = 1;

    internal static NumberRange<double> ToleranceRange { get; } = new(1e-12, 1e-2);

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    internal void Check()
    {
        ToleranceRange.Check(Tolerance, nameof(Tolerance));
        OptionRange.Check(SmallestSize, 1e-6, 1, nameof(SmallestSize));
        OptionRange.Check(Step, 1e-6, 1, nameof(Step));
        if (MaximumEntries is { } most) OptionRange.Check(most, 1, int.MaxValue, nameof(MaximumEntries));
    }
}
