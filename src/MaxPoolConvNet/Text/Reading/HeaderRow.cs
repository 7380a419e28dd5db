using System.Globalization;

namespace MaxPoolConvNet.Text;

/// <summary>Tells by a table's first rows whether the first one names its columns.</summary>
internal static class HeaderRow
{
    private const int LeastRows = 4;

    private static readonly string[] _usual = [.. ColumnNames.All];

    public static bool IsHeader(TableRows table, TableChoice choice)
    {
        if (choice.HasHeader is { } given) return given;
        if (table.Rows.Count == 0) return true;
        string[] first = table.Rows[0];
        if (choice.Named.Any(name => !IsNumber(name) || first.Contains(name, StringComparer.OrdinalIgnoreCase))) return true;
        if (!first.All(IsName)) return false;
        if (!choice.IsLabeled || HasUsualName(table, first)) return true;
        return table.Rows.Count > LeastRows && Enumerable.Range(0, first.Length).Any(column => IsApart(table, column));
    }

    public static bool IsNumber(string name) => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static bool HasUsualName(TableRows table, string[] first)
    {
        for (int column = 0; column < first.Length; column++)
        {
            if (_usual.Contains(first[column], StringComparer.OrdinalIgnoreCase) && !Others(table, column).Contains(first[column])) return true;
        }

        return false;
    }

    /// <summary>Whether what the others have in a column are labels, each of several rows, and what the first has isn't one of them.</summary>
    private static bool IsApart(TableRows table, int column)
    {
        string[] others = [.. Others(table, column)];
        string first = table.Rows[0][column];
        if (others.Contains(first)) return false;
        if (others.All(IsDecimal) && !IsDecimal(first)) return true;

        // of many labels some may be rare among the first rows
        int once = others.GroupBy(value => value).Count(group => group.Count() == 1);
        return once * 5 <= others.Length && table.Rows[0].All(field => !field.Contains(' ', StringComparison.Ordinal));
    }

    private static IEnumerable<string> Others(TableRows table, int column) =>
        table.Rows.Skip(1).Where(row => column < row.Length).Select(row => row[column]);

    private static bool IsName(string field) => field.Length is > 0 and <= 40 && field.Count(' '.Equals) < 3 && !IsDecimal(field);

    private static bool IsDecimal(string field) => double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
