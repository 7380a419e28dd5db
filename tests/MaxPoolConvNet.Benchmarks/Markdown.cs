using System.Globalization;

namespace MaxPoolConvNet.Benchmarks;

/// <summary>Writes what was measured to the console, a line at a time, the same in every culture.</summary>
internal static class Markdown
{
    public static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    public static void Line() => Console.WriteLine();

    /// <summary>A row of a table.</summary>
    public static void Row(params IEnumerable<string> cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");

    /// <summary>The first row of a table, and the line below it.</summary>
    public static void Head(params IReadOnlyList<string> cells)
    {
        Row(cells);
        Row(Enumerable.Repeat("---", cells.Count));
    }

    /// <summary>A number with three digits that count, without an exponent.</summary>
    public static string Number(double value)
    {
        int digits = value == 0 ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 9);
        return value.ToString($"N{digits}", CultureInfo.InvariantCulture);
    }
}
