using System.Globalization;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>A table that isn't text, opened, and read by the library as the CSV that it could be.</summary>
internal sealed class TableFile : IDisposable
{
    private readonly ITableRows _rows;
    private readonly CsvOfRows _csv;

    private TableFile(ITableRows rows)
    {
        _rows = rows;
        _csv = new CsvOfRows(rows);
    }

    /// <summary>What the form of the file begins with, such as <c>Parquet</c>.</summary>
    public string Kind => _rows.Kind;

    /// <summary>The table as CSV, to be read once.</summary>
    public Stream Stream => _csv;

    /// <summary>Opens a file that holds labelled texts; null where it is no such table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sheet">The sheet of a workbook; null for the first one with data.</param>
    /// <param name="options">How it is to be read.</param>
    public static TableFile? OpenIfAny(string path, string? sheet, LabeledTextFileOptions options) => OpenIfAny(
        path,
        sheet,
        new ParquetChoice(options.LabelColumns, options.TextColumns, IsLabeled: true),
        options.Format != LabeledTextFormat.Detect || options.Separator is not null || options.Encoding is not null);

    /// <summary>Opens a file that holds texts; null where it is no such table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sheet">The sheet of a workbook; null for the first one with data.</param>
    /// <param name="options">How it is to be read.</param>
    public static TableFile? OpenIfAny(string path, string? sheet, TextFileOptions options) => OpenIfAny(
        path,
        sheet,
        new ParquetChoice(null, options.TextColumns, IsLabeled: false),
        options.Format != TextFileFormat.Detect || options.Separator is not null || options.Encoding is not null);

    /// <summary>Whether a problem is that of content, of which the libraries throw many kinds.</summary>
    public static bool IsBroken(Exception problem) => problem is not (OperationCanceledException or UnauthorizedAccessException or OutOfMemoryException);

    /// <summary>Reads all of it.</summary>
    /// <param name="options">How, without what is found by the file's kind.</param>
    public LabeledTexts Read(LabeledTextFileOptions options)
    {
        try
        {
            return LabeledTextFile.ReadAll(_csv, _rows.Name, options with
            {
                Format = LabeledTextFormat.Csv,
                Separator = CsvOfRows.Separator,
                Encoding = "utf-8",
                HasHeader = _rows.HasHeader ?? options.HasHeader,
                LabelSeparator = options.LabelSeparator ?? _rows.LabelSeparator,
            });
        }
        catch (InvalidDataException problem)
        {
            throw InRows(problem);
        }
    }

    /// <summary>Reads texts while they are enumerated.</summary>
    /// <param name="stream">That of this table, or one that reads through it.</param>
    /// <param name="options">How, without what is found by the file's kind.</param>
    public IEnumerable<string> Read(Stream stream, TextFileOptions options)
    {
        using IEnumerator<string> texts = TextFile.Read(stream, _rows.Name, options with
        {
            Format = TextFileFormat.Csv,
            Separator = CsvOfRows.Separator,
            Encoding = "utf-8",
            HasHeader = _rows.HasHeader ?? options.HasHeader,
        }).GetEnumerator();
        while (Next(texts))
            yield return texts.Current;
    }

    public void Dispose() => _csv.Dispose();

    private static TableFile? OpenIfAny(string path, string? sheet, ParquetChoice choice, bool isText)
    {
        TableKind kind = TableKinds.Of(path);
        if (kind != TableKind.Excel && sheet is not null) throw new ArgumentException($"--sheet is for a workbook of Excel, and {path} is none");
        if (kind == TableKind.None) return null;
        if (isText)
        {
            string what = kind == TableKind.Parquet ? "a Parquet file" : "an Excel file";
            throw new ArgumentException($"{path} is {what}; how texts are written, their separator and their encoding are said of text files alone");
        }

        return new TableFile(kind == TableKind.Parquet ? ParquetRows.Open(path, choice) : ExcelRows.Open(path, sheet));
    }

    private bool Next(IEnumerator<string> texts)
    {
        try
        {
            return texts.MoveNext();
        }
        catch (InvalidDataException problem)
        {
            throw InRows(problem);
        }
    }

    /// <summary>The same problem, with the row of the table instead of the line of CSV.</summary>
    private InvalidDataException InRows(InvalidDataException problem)
    {
        string place = $"{_rows.Name}, line ";
        if (!problem.Message.StartsWith(place, StringComparison.Ordinal)) return problem;
        string digits = string.Concat(problem.Message.Skip(place.Length).TakeWhile(char.IsAsciiDigit));
        long row = _csv.RowOf(long.Parse(digits, CultureInfo.InvariantCulture));
        string where = row == 0 ? _rows.Name : string.Create(CultureInfo.InvariantCulture, $"{_rows.Name}, row {row}");
        return new InvalidDataException(where + problem.Message[(place.Length + digits.Length)..], problem);
    }
}
