namespace MaxPoolConvNet.Text;

/// <summary>Determines from the first rows of a table what its columns contain.</summary>
/// <param name="rows">The first rows, without the header.</param>
internal sealed class ColumnContent(IReadOnlyList<string[]> rows)
{
    private const int LeastRows = 4;
    private const int LeastMarks = 3;

    /// <summary>Of two columns, the one with the labels, which recur and are short; null if the rows don't decide.</summary>
    public int? LabelOfTwo(bool hasHeader)
    {
        string[][] full = [.. rows.Where(row => row.Length > 1)];
        if (full.Length == 0) return hasHeader ? null : 0;
        bool isEmptySecond = full.Any(row => row[1].Length == 0);
        full = [.. full.Where(row => row[1].Length > 0)];
        if (isEmptySecond && full.Length < LeastRows) return 0;
        if (hasHeader && full.Length < LeastRows) return null;
        int first = full.Select(row => row[0]).Distinct().Count();
        int second = full.Select(row => row[1]).Distinct().Count();
        bool isSecond = second < first && second * 2 <= full.Length && full.Length >= LeastRows;
        bool isShorter = full.Sum(row => row[0].Length) > 2 * full.Sum(row => row[1].Length);
        return isSecond || (!isEmptySecond && second <= first && isShorter) ? 1 : 0;
    }

    /// <summary>The column with the most characters; null without rows or columns.</summary>
    public int? Longest(int width) => rows.Count == 0 || width == 0 ? null : Enumerable.Range(0, width).MaxBy(Characters);

    /// <summary>The only column, beside the taken ones, with texts of several words; null if there is none or more than one.</summary>
    public int? OnlyText(int width, int[] taken)
    {
        int[] free = [.. Enumerable.Range(0, width).Except(taken).OrderByDescending(Characters)];
        if (free.Length == 0 || rows.Count == 0) return null;
        bool hasWords = rows.Sum(row => free[0] < row.Length ? row[free[0]].Count(' '.Equals) : 0) >= rows.Count;
        return hasWords && (free.Length == 1 || Characters(free[0]) >= 3 * Characters(free[1])) ? free[0] : null;
    }

    /// <summary>The columns that contain only 0 and 1; empty if there is only one such column.</summary>
    public int[] Marks(int width, int[] texts)
    {
        int[] marks = [.. Enumerable.Range(0, width).Where(column => !texts.Contains(column) && HoldsMarks(column))];
        return marks.Length > 1 ? marks : [];
    }

    private long Characters(int column) => rows.Sum(row => column < row.Length ? row[column].Length : 0L);

    private bool HoldsMarks(int column)
    {
        string[] values = [.. rows.Where(row => column < row.Length).Select(row => row[column])];
        return values.Length >= LeastMarks && values.All(value => value is "0" or "1");
    }
}
