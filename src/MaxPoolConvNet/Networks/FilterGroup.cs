using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet.Networks;

/// <summary>Filters of one width. Checked where it is taken.</summary>
public sealed record FilterGroup
{
    internal const int MaximumWidth = 100;

    /// <summary>Filters of one width.</summary>
    /// <param name="width">k, in words; from 1 to 100.</param>
    /// <param name="count">The number of filters; from 1 to 100,000. The default is 100.</param>
    public FilterGroup(int width, int count = 100)
    {
        (Width, Count) = (width, count);
    }

    /// <summary>k: the width of the filters' windows, in words; from 1 to 100.</summary>
    [Range(1, MaximumWidth)]
    public int Width { get; }

    /// <summary>The number of filters; from 1 to 100,000. The default is 100.</summary>
    [Range(1, 100_000)]
    public int Count { get; }
}
