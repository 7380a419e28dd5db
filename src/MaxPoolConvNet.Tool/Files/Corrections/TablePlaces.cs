using System.Globalization;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>Finds the labels of a table.</summary>
internal static class TablePlaces
{
    /// <summary>Finds the label of each text; null if the rows aren't those that the texts were read from.</summary>
    public static LabelPlace[]? Find(string content, TextFileForm form, IReadOnlyList<LabeledText> texts)
    {
        char separator = form.Separator ?? '\t';
        foreach (int most in new[] { int.MaxValue, 2 })
        {
            foreach (bool quotes in new[] { true, false })
            {
                if (Find(content, new TableDialect(separator, quotes, most), form, texts) is { } places) return places;
            }
        }

        return null;
    }

    private static LabelPlace[]? Find(string content, TableDialect dialect, TextFileForm form, IReadOnlyList<LabeledText> texts)
    {
        var rows = new TableScanner(content, dialect);
        var places = new LabelPlace[texts.Count];
        int label = form.HasHeader ? -1 : Number(form.LabelColumns[0]);
        int[] columns = form.HasHeader ? [] : [.. form.TextColumns.Select(Number)];
        int found = 0;
        for (bool isFirst = true; rows.Read(); isFirst = false)
        {
            if (isFirst && rows.Fields[0].Value.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)) continue;
            if (label < 0)
            {
                string[] header = [.. rows.Fields.Select(field => field.Value.Trim())];
                label = Array.IndexOf(header, form.LabelColumns[0]);
                columns = [.. form.TextColumns.Select(name => Array.IndexOf(header, name))];
                if (label < 0 || columns.Contains(-1))
                {
                    // a title may stand above the header
                    if (rows.Fields.Count(field => field.Value.Trim().Length > 0) > 1) return null;
                    label = -1;
                }

                continue;
            }

            if (rows.Fields.Count <= Math.Max(label, columns.Max())) return null;
            string text = string.Join(' ', columns.Select(column => rows.Fields[column].Value.Trim()).Where(part => part.Length > 0));
            if (text.Length == 0) continue; // left out of the texts
            (int begin, int length, string value) = rows.Fields[label];
            if (found == texts.Count || texts[found].Text != text || texts[found].Label != value.Trim()) return null;
            places[found++] = new LabelPlace(begin, length, dialect);
        }

        return found == texts.Count ? places : null;
    }

    private static int Number(string column) => int.Parse(column, CultureInfo.InvariantCulture) - 1;
}
