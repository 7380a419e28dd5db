using System.Text;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Formats a table with aligned columns: the first to the left, the others to the right.</summary>
internal static class TextTable
{
    /// <param name="rows">The rows: at least one, all of the same length.</param>
    /// <returns>One line per row, without a line end after the last.</returns>
    public static string Aligned(IReadOnlyList<string[]> rows)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        var text = new StringBuilder();
        for (int r = 0; r < rows.Count; r++)
        {
            if (r > 0) text.AppendLine();
            text.Append(rows[r][0].PadRight(widths[0]));
            for (int column = 1; column < widths.Length; column++)
                text.Append("  ").Append(rows[r][column].PadLeft(widths[column]));
        }

        return text.ToString();
    }
}
