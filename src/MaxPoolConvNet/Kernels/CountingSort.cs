namespace MaxPoolConvNet;

/// <summary>A stable sort of items into groups, reused without allocating.</summary>
internal sealed class CountingSort<T>
    where T : struct
{
    private int[] _ends = [];
    private T[] _sorted = [];
    private int _groups;
    private int _count;

    /// <summary>All items, group by group.</summary>
    public ReadOnlySpan<T> Items => _sorted.AsSpan(0, _count);

    /// <summary>The end of each group in <see cref="Items"/>.</summary>
    public ReadOnlySpan<int> Ends => _ends.AsSpan(0, _groups);

    /// <summary>Sorts items by their groups 0 … groups − 1, by counting.</summary>
    public void Sort(ReadOnlySpan<(int Group, T Item)> items, int groups)
    {
        if (_ends.Length < groups) _ends = new int[2 * groups];
        if (_sorted.Length < items.Length) _sorted = new T[2 * items.Length];
        (_groups, _count) = (groups, items.Length);
        Span<int> ends = _ends.AsSpan(0, groups);
        ends.Clear();
        foreach ((int group, _) in items)
            ends[group]++;
        int start = 0;
        foreach (ref int end in ends)
            (end, start) = (start, start + end);

        // each group's start advances with its items and so becomes its end
        foreach ((int group, T item) in items)
            _sorted[ends[group]++] = item;
    }

    /// <summary>The items of a group.</summary>
    public ReadOnlySpan<T> Of(int group) => _sorted.AsSpan((group == 0 ? 0 : _ends[group - 1]).._ends[group]);
}
