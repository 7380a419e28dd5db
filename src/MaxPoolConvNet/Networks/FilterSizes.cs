using System.Collections.Immutable;

namespace MaxPoolConvNet.Networks;

/// <summary>The widths of filters, and how many there are of each.</summary>
internal static class FilterSizes
{
    public static NumberRange<int> WidthRange { get; } = new(1, 100);

    public static NumberRange<int> FiltersRange { get; } = new(1, 100_000);

    /// <param name="widths">k of each width.</param>
    /// <param name="filtersPerWidth">F, one for all or one for each.</param>
    /// <param name="owner">What stands before their names in an error.</param>
    /// <exception cref="ArgumentOutOfRangeException">A width or a number is out of its range, two widths are the same, or the numbers don't fit the widths.</exception>
    public static void Check(ImmutableArray<int> widths, ImmutableArray<int> filtersPerWidth, string owner = "")
    {
        if (widths.IsDefaultOrEmpty) return;
        foreach (int width in widths)
            WidthRange.Check(width, owner + "Widths");
        if (widths.Distinct().Count() < widths.Length)
            throw new ArgumentOutOfRangeException(nameof(widths), string.Join(", ", widths), $"{owner}Widths: the widths have to be all different");
        int counts = filtersPerWidth.IsDefault ? 0 : filtersPerWidth.Length;
        if (counts != 1 && counts != widths.Length)
            throw new ArgumentOutOfRangeException(nameof(filtersPerWidth), counts, $"{owner}FiltersPerWidth has {counts} numbers; one, or one for each of the {widths.Length} widths, was expected");
        foreach (int filters in filtersPerWidth)
            FiltersRange.Check(filters, owner + "FiltersPerWidth");
    }

    /// <summary>F of a width.</summary>
    public static int Of(ImmutableArray<int> filtersPerWidth, int width) => filtersPerWidth.Length == 1 ? filtersPerWidth[0] : filtersPerWidth[width];

    /// <summary>The filters of all widths together.</summary>
    public static int Total(ImmutableArray<int> widths, ImmutableArray<int> filtersPerWidth) =>
        widths.IsDefaultOrEmpty ? 0 : widths.Select((_, w) => Of(filtersPerWidth, w)).Sum();
}
