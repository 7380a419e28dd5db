using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>The texts of a CSV file with a header.</summary>
internal static class CsvTexts
{
    public static IEnumerable<string> Read(LineReader lines, string? field)
    {
        var record = new CsvRecord();
        string[]? header = null;
        int column = 0;
        while (lines.Read())
        {
            if (lines.Line.IsWhiteSpace()) continue;
            long begin = lines.Number;
            record.Read(lines);
            if (header is null)
            {
                header = [.. Enumerable.Range(0, record.Count).Select(c => record[c].Trim().ToString())];
                column = Find(header, field, message => lines.Error(begin, message));
                continue;
            }

            if (record.Count != header.Length)
                throw lines.Error(begin, $"{record.Count} fields, expected {header.Length} as in the header");
            yield return record[column].Trim().ToString();
        }
    }

    /// <summary>The column asked for, one of a usual name, or the only one.</summary>
    private static int Find(string[] header, string? field, Func<string, InvalidDataException> error)
    {
        IReadOnlyList<string> names = field is null ? LabeledTextColumns.TextNames : [field];
        int[] found = [.. Enumerable.Range(0, header.Length).Where(c => names.Contains(header[c], StringComparer.OrdinalIgnoreCase))];
        if (found.Length == 1) return found[0];
        if (header.Length == 1 && field is null) return 0;
        string shown = $"\"{string.Join("\", \"", header)}\"";
        throw error(field is null
            ? $"can't tell the column of the text from the header {shown}; name it by --text-field"
            : $"{(found.Length == 0 ? "no" : "more than one")} column \"{field}\" in the header {shown}, named by --text-field");
    }
}
