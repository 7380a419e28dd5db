using System.Globalization;

namespace MaxPoolConvNet.Text;

/// <summary>Determines from the first rows of a table whether the first row is a header.</summary>
internal static class HeaderRow
{
    private const int LeastRows = 4;

    private static readonly string[] _usual = [.. ColumnNames.All];

    /// <summary>Whether the first row is a header, by the options or by the rows.</summary>
    public static bool IsHeader(TableRows table, TableChoice choice)
    {
        if (choice.HasHeader is { } given) return given;
        if (table.Rows.Count == 0) return true;
        string[] first = table.Rows[0];
        if (choice.Named.Any(name => !IsNumber(name) || first.Contains(name, StringComparer.OrdinalIgnoreCase))) return true;
        if (first.Any(IsDecimal)) return AreNumbers(table);
        int usual = first.Count(ColumnNames.IsLabelOrText);
        if (usual > 1) return true; // even where another file, joined to this one, begins with them once more

        // an index or an unused column may have no name
        bool hasNames = first.All(field => field.Length == 0 ? usual > 0 || first.Length > 2 : IsName(field)) && first.Any(IsName);
        if (hasNames && !choice.IsLabeled) return true;
        for (int column = 0; column < first.Length; column++)
        {
            bool isUsual = hasNames
                ? _usual.Contains(first[column], StringComparer.OrdinalIgnoreCase)
                : ColumnNames.IsLabelOrText(first[column]);
            if (isUsual && !Others(table, column).Contains(first[column])) return true;
        }

        return table.Rows.Count > LeastRows && Enumerable.Range(0, first.Length).Any(column => IsApart(table, column, hasNames));
    }

    public static bool IsNumber(string name) => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>Whether the first row counts the columns from 0, as pandas names those without names, unlike the rows below.</summary>
    private static bool AreNumbers(TableRows table)
    {
        string[] first = table.Rows[0];
        int index = first[0].Length == 0 ? 1 : 0;
        for (int column = index; column < first.Length; column++)
        {
            if (first[column] != (column - index).ToString(CultureInfo.InvariantCulture)) return false;
        }

        return first.Length - index > 1
            && Enumerable.Range(index, first.Length - index).Any(column => !Others(table, column).All(IsDecimal));
    }

    /// <summary>
    /// Whether the field of the first row differs from the others of its column: numbers, dates and the like, or recurring labels.
    /// </summary>
    private static bool IsApart(TableRows table, int column, bool hasNames)
    {
        string[] others = [.. Others(table, column)];
        string first = table.Rows[0][column];
        if (others.Length == 0 || !IsName(first) || others.Contains(first)) return false;
        if (others.All(IsDecimal) || (!first.Any(char.IsAsciiDigit) && others.All(BeginsWithDigit))) return true;

        // with many labels, some may be rare among the first rows
        int once = others.GroupBy(value => value).Count(group => group.Count() == 1);
        bool areWords = table.Rows[0].All(field => !field.Contains(' ', StringComparison.Ordinal));
        return hasNames && (areWords ? once * 5 <= others.Length : once == 0 && IsShort(table));
    }

    /// <summary>Whether the longest column begins with a field shorter than most others.</summary>
    private static bool IsShort(TableRows table)
    {
        string[] first = table.Rows[0];
        int longest = new ColumnContent([.. table.Rows.Skip(1)]).Longest(first.Length)!.Value;
        return first[longest].Length < Others(table, longest).Average(field => field.Length);
    }

    private static IEnumerable<string> Others(TableRows table, int column) =>
        table.Rows.Skip(1).Where(row => column < row.Length).Select(row => row[column]);

    private static bool IsName(string field) => field.Length is > 0 and <= 40 && field.Count(' '.Equals) < 3 && !IsDecimal(field);

    private static bool IsDecimal(string field) => double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static bool BeginsWithDigit(string field) => field.Length > 0 && char.IsAsciiDigit(field[0]);
}
