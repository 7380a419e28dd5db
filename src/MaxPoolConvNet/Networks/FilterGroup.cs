using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet.Networks;

/// <summary>A number of filters of one width. Validated when it is used.</summary>
public sealed record FilterGroup
{
    internal const int MaximumWidth = 100;

    /// <summary>Creates a group of filters of one width.</summary>
    /// <param name="width">k, in words. From 1 to 100.</param>
    /// <param name="count">The number of filters. From 1 to 100,000. The default is 100.</param>
    public FilterGroup(int width, int count = 100)
    {
        (Width, Count) = (width, count);
    }

    /// <summary>k: the width of the filters' windows, in words. From 1 to 100.</summary>
    [Range(1, MaximumWidth)]
    public int Width { get; }

    /// <summary>The number of filters. From 1 to 100,000. The default is 100.</summary>
    [Range(1, 100_000)]
    public int Count { get; }
}
