using System.Globalization;
using MaxPoolConvNet.Evaluation;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>The table of suspects that a person corrects, and its rows once they are corrected.</summary>
internal static class CorrectionTable
{
    public const string NumberColumn = "number";
    public const string LabelColumn = "label";
    public const string CorrectedColumn = "corrected";
    public const string TextColumn = "text";

    /// <summary>Separates several labels of a text.</summary>
    public const char LabelSeparator = '|';

    /// <summary>Writes the suspects, most suspicious first; the column of corrections is empty.</summary>
    /// <exception cref="ArgumentException">Texts may have several labels, and one contains the separator.</exception>
    public static void Write(Stream stream, LabelAuditReport report)
    {
        if (report.IsMultiLabel && report.Labels.FirstOrDefault(label => label.Contains(LabelSeparator)) is { } label)
            throw new ArgumentException($"the label '{label}' contains '{LabelSeparator}', which separates the labels of a text in --csv");
        using StreamWriter writer = CsvText.Writer(stream, forSpreadsheet: true);
        CsvText.WriteRow(writer, NumberColumn, "suspicion", LabelColumn, "suggested", CorrectedColumn, "reason", TextColumn);
        foreach (LabelSuspect suspect in report.Suspects)
        {
            CsvText.WriteRow(
                writer,
                (suspect.Index + 1).ToString(CultureInfo.InvariantCulture),
                suspect.Suspicion.ToString("F4", CultureInfo.InvariantCulture),
                CsvText.WithoutFormula(Joined(suspect.GivenLabels)),
                CsvText.WithoutFormula(Joined(suspect.SuggestedLabels)),
                "",
                CsvText.WithoutFormula(string.Join(", ", suspect.Evidence.ForSuggested.Take(3).Select(ngram => ngram.Text))),
                CsvText.WithoutFormula(suspect.Text));
        }
    }

    /// <summary>Reads the rows that have a correction.</summary>
    /// <exception cref="InvalidDataException">The table is empty, lacks a column, or a number isn't one.</exception>
    /// <exception cref="FileNotFoundException">The file doesn't exist.</exception>
    public static IReadOnlyList<Correction> Read(string path)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no file {path} to read corrections from.", path);
        using ITableRows rows = TableKinds.Of(path) == TableKind.Excel ? ExcelRows.Open(path, sheet: null) : CsvRows.Open(path);
        List<string> fields = [];
        if (!rows.Read(fields)) throw new InvalidDataException($"{rows.Name} is empty; the table that --csv writes was expected");
        string[] header = [.. fields.Select(name => name.Trim().TrimStart('\uFEFF'))];
        (int number, int label, int corrected, int text) =
            (Column(NumberColumn), Column(LabelColumn), Column(CorrectedColumn), Column(TextColumn));
        List<Correction> corrections = [];
        for (int row = 2; Next(); row++)
        {
            if (Field(corrected).Trim() is not { Length: > 0 } correction) continue;
            if (!int.TryParse(Field(number), NumberStyles.Integer, CultureInfo.InvariantCulture, out int parsed))
            {
                throw new InvalidDataException(FormattableString.Invariant(
                    $"{rows.Name}, row {row}: the number is '{Field(number)}'; the number of a text, from 1, was expected"));
            }

            corrections.Add(new Correction(row, parsed, Field(label), correction, Field(text)));
        }

        return corrections;

        int Column(string name)
        {
            int at = Array.FindIndex(header, one => one.Equals(name, StringComparison.OrdinalIgnoreCase));
            return at >= 0 ? at : throw new InvalidDataException(
                $"{rows.Name}: there is no column '{name}'; the columns {NumberColumn}, {LabelColumn}, {CorrectedColumn} and "
                + $"{TextColumn} were expected, as in the table that --csv writes; the first row has {string.Join(", ", header)}");
        }

        bool Next()
        {
            fields.Clear();
            return rows.Read(fields);
        }

        string Field(int column) => column < fields.Count ? fields[column] : "";
    }

    /// <summary>The labels of a text as one field.</summary>
    public static string Joined(IEnumerable<string> labels) => string.Join(LabelSeparator, labels);

    /// <summary>Whether a field is what was written; line ends may differ, and an apostrophe may be before it.</summary>
    public static bool IsSame(string field, string written) =>
        Plain(field) == Plain(written) || Plain(field) == Plain(CsvText.WithoutFormula(written));

    private static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();
}
