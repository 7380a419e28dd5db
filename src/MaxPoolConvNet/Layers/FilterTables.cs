using System.Numerics;

namespace MaxPoolConvNet.Networks;

/// <summary>Creates the filter tables of a network.</summary>
internal static class FilterTables
{
    /// <summary>Tables of zeros.</summary>
    /// <param name="shapes">S, k and F of each table.</param>
    /// <param name="areRounded">
    /// Whether entries have 16 bits, with sums beside them, where an array can have so many (<see cref="RoundedFilters"/>); in single
    /// precision alone.
    /// </param>
    public static FilterTable<T>[] Of<T>(ReadOnlySpan<(int Words, int Width, int Filters)> shapes, bool areRounded)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var tables = new FilterTable<T>[shapes.Length];
        for (int t = 0; t < tables.Length;)
        {
            (int words, int width, int filters) = shapes[t];
            int[] together = areRounded ? Together(shapes[t..]) : [];
            if (together.Length == 0) tables[t++] = new FilterTable<T>(words, width, filters);
            foreach (RoundedFilters rounded in RoundedFilters.Of(words, together))
                tables[t] = new FilterTable<T>(shapes[t].Width, shapes[t++].Filters, rounded);
        }

        return tables;
    }

    /// <summary>The same tables without the sums beside entries in 16 bits.</summary>
    public static FilterTable<T>[] WithoutSums<T>(FilterTable<T>[] tables)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        FilterTable<T>[] alone = [.. tables];
        for (int first = 0, end; first < tables.Length; first = end)
        {
            end = first + 1;
            if (tables[first].Rounded is not { } rounded) continue;
            while (end < tables.Length && tables[end].Rounded?.IsBeside(rounded) == true)
                end++;
            RoundedFilters[] copies = RoundedFilters.WithoutSums(Array.ConvertAll(tables[first..end], table => table.Rounded!));
            for (int t = first; t < end; t++)
                alone[t] = new FilterTable<T>(tables[t].Width, tables[t].Filters, copies[t - first]);
        }

        return alone;
    }

    /// <summary>The row lengths of the first tables that share memory: those of the same words, if an array can have them.</summary>
    internal static int[] Together(ReadOnlySpan<(int Words, int Width, int Filters)> shapes)
    {
        List<int> lengths = [];
        long numbers = 0;
        foreach ((int words, int width, int filters) in shapes)
        {
            int length = width * AlignedArray<float>.WholeLines(filters);
            numbers += 2 * (words + 1L) * length;
            if (words != shapes[0].Words || numbers > Array.MaxLength) break;
            lengths.Add(length);
        }

        return [.. lengths];
    }
}
