using System.Globalization;

namespace MaxPoolConvNet.Text;

/// <summary>The first rows of a file, split by a separator to check whether it is the right one.</summary>
internal sealed class TableRows
{
    private const int Most = 1_000;
    private const int MostAbove = 10;
    private const int FewestCommas = 3;

    private TableRows(char separator, bool quotes, List<string[]> rows, TableChoice choice)
    {
        Separator = separator;
        Quotes = quotes;
        RowsAbove = choice.HasHeader == false ? 0 : CountAbove(rows, choice);
        Rows = rows[RowsAbove..];
    }

    public char Separator { get; }

    public bool Quotes { get; }

    public List<string[]> Rows { get; }

    /// <summary>The number of rows above the header, such as a title.</summary>
    public int RowsAbove { get; }

    /// <summary>The number of fields of the first row.</summary>
    public int Width => Rows.Count == 0 ? 0 : Rows[0].Length;

    /// <summary>The names of the columns: the first row or, without a header, their numbers from 1.</summary>
    public string[] NamesOf(bool hasHeader) =>
        hasHeader && Rows.Count > 0
            ? Rows[0]
            : [.. Enumerable.Range(1, Width).Select(number => number.ToString(CultureInfo.InvariantCulture))];

    /// <summary>Whether all rows have the same number of fields, and more than one.</summary>
    public bool IsEven => Width > 1 && !IsBroken && Rows.TrueForAll(row => row.Length == Width);

    /// <summary>Whether a row isn't valid, such as one with text after a closing quote; the rows end before it.</summary>
    public bool IsBroken { get; private init; }

    /// <summary>Whether quotes enclose separators, line breaks or quotes, or all fields of a column.</summary>
    public bool HasNeededQuotes { get; private init; }

    /// <summary>Whether the fields with a comma, and no others, have quotes around them, as in tab-separated files of Excel.</summary>
    public bool HasQuotedCommas =>
        Rows.Count(row => row.Any(HasComma)) >= FewestCommas
        && Rows.TrueForAll(row => Array.TrueForAll(row, one => HasComma(one) == one is ['"', .., '"']));

    /// <summary>Splits the first lines of a file.</summary>
    public static TableRows Split(TextSource input, char separator, bool quotes, TableChoice choice, int most = int.MaxValue)
    {
        LineReader lines = input.SampleLines();
        var record = new CsvRecord(separator, quotes, most);
        List<string[]> rows = [];
        bool isParted = false;
        try
        {
            bool isFirst = true;
            while (rows.Count < Most && lines.Read())
            {
                if (lines.Line.IsWhiteSpace() && !record.IsOpen) continue;
                bool isMark = isFirst && Separators.OfLine(lines.Line) is not null;
                isFirst = false;
                if (isMark || !record.Add(lines)) continue;
                rows.Add([.. Enumerable.Range(0, record.Count).Select(field => new string(record[field].Trim()))]);
                isParted |= Enumerable.Range(0, record.Count).Any(field => record[field].ContainsAny(separator, '\r', '\n'));
            }
        }
        catch (InvalidDataException)
        {
            return new TableRows(separator, quotes, rows, choice) { IsBroken = true };
        }

        return new TableRows(separator, quotes, rows, choice)
        {
            IsBroken = record.IsOpen && rows.Count == 0,
            HasNeededQuotes = quotes && input.Sample.Contains((byte)'"')
                && (isParted || NeedsQuotes(rows, input.Sample)),
        };
    }

    /// <summary>The number of rows with a single field of text above the first one that can be a header.</summary>
    private static int CountAbove(List<string[]> rows, TableChoice choice)
    {
        string[] named = [.. choice.Named.Where(name => !HeaderRow.IsNumber(name))];
        for (int above = 0; above < Math.Min(rows.Count, MostAbove); above++)
        {
            string[] row = rows[above];
            bool isHeader = named.Length > 0
                ? named.All(name => row.Contains(name, StringComparer.OrdinalIgnoreCase))
                : row.Count(ColumnNames.IsLabelOrText) > (choice.IsLabeled ? 1 : 0);
            if (isHeader && row.Length > 1) return above;
            if (row.Count(field => field.Length > 0) > 1) return 0;
        }

        return 0;
    }

    private static bool HasComma(string field) => field.Contains(',', StringComparison.Ordinal);

    private static bool NeedsQuotes(List<string[]> rows, ReadOnlySpan<byte> sample)
    {
        bool hasQuotesInside = sample.IndexOf("\"\""u8) >= 0
            && rows.Exists(row => row.Any(field => field.Contains('"', StringComparison.Ordinal)));
        if (hasQuotesInside) return true;
        int quoted = 0;
        foreach (Range line in sample.SplitAny((byte)'\r', (byte)'\n'))
        {
            if (sample[line].StartsWith((byte)'"') || sample[line].EndsWith((byte)'"')) quoted++;
        }

        return quoted >= rows.Count - 1;
    }
}
