namespace MaxPoolConvNet.Networks;

/// <summary>The filters of several widths.</summary>
internal static class FilterGroups
{
    /// <summary>100 filters each of some widths.</summary>
    public static IReadOnlyList<FilterGroup> OfWidths(params ReadOnlySpan<int> widths)
    {
        var groups = new FilterGroup[widths.Length];
        for (int g = 0; g < groups.Length; g++)
            groups[g] = new FilterGroup(widths[g]);
        return groups;
    }

    /// <exception cref="ArgumentNullException">A group is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A width or a count is out of its range, or two widths are the same.</exception>
    public static void Check(IReadOnlyList<FilterGroup> groups, string name)
    {
        for (int g = 0; g < groups.Count; g++)
        {
            ArgumentNullException.ThrowIfNull(groups[g], name);
            OptionRange.CheckAll(groups[g], FormattableString.Invariant($"{name}[{g}]."));
        }

        if (groups.DistinctBy(group => group.Width).Count() < groups.Count)
            throw new ArgumentOutOfRangeException(
                name, string.Join(", ", groups.Select(group => group.Width)), $"{name}: the widths have to be all different");
    }

    /// <summary>The filters of all widths together.</summary>
    public static int Total(IReadOnlyList<FilterGroup> groups) => groups.Sum(group => group.Count);
}
