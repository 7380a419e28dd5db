namespace MaxPoolConvNet.Tool.Terminal;

/// <summary>Formats rows as aligned columns: the first left-aligned, the others right-aligned.</summary>
internal static class AlignedTable
{
    /// <param name="rows">The rows: at least one, all of the same length.</param>
    /// <returns>One line per row, without a line end after the last.</returns>
    public static string Create(IReadOnlyList<string[]> rows)
    {
        int[] widths = [.. rows[0].Select((_, column) => rows.Max(row => row[column].Length))];
        return string.Join('\n', rows.Select(row => string.Join("  ", row.Select((cell, column) => Pad(cell, column, widths[column])))));
    }

    private static string Pad(string cell, int column, int width) => column == 0 ? cell.PadRight(width) : cell.PadLeft(width);
}
