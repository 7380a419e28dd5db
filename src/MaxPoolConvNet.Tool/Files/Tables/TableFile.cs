using System.Globalization;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>An open Excel or Parquet table, which the library reads as CSV.</summary>
internal sealed class TableFile : IDisposable
{
    private readonly ITableRows _rows;
    private readonly CsvOfRows _csv;

    private TableFile(ITableRows rows)
    {
        _rows = rows;
        _csv = new CsvOfRows(rows);
    }

    /// <summary>The name of the form, such as <c>Parquet</c>.</summary>
    public string Kind => _rows.Kind;

    /// <summary>The table as CSV; can be read once.</summary>
    public Stream Stream => _csv;

    /// <summary>Opens a file of labeled texts; null if it isn't an Excel or Parquet table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sheet">The sheet of a workbook; null for the first one with data.</param>
    /// <param name="options">How to read it.</param>
    public static TableFile? OpenIfAny(string path, string? sheet, LabeledTextFileOptions options) => OpenIfAny(
        path,
        sheet,
        new ParquetChoice(options.LabelColumns, options.TextColumns, IsLabeled: true),
        options.Format != LabeledTextFormat.Detect || options.Separator is not null || options.Encoding is not null);

    /// <summary>Opens a file of texts; null if it isn't an Excel or Parquet table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sheet">The sheet of a workbook; null for the first one with data.</param>
    /// <param name="options">How to read it.</param>
    public static TableFile? OpenIfAny(string path, string? sheet, TextFileOptions options) => OpenIfAny(
        path,
        sheet,
        new ParquetChoice(null, options.TextColumns, IsLabeled: false),
        options.Format != TextFileFormat.Detect || options.Separator is not null || options.Encoding is not null);

    /// <summary>Whether an exception means bad content; the table libraries throw many types.</summary>
    public static bool IsBroken(Exception problem) =>
        problem is not (OperationCanceledException or UnauthorizedAccessException or OutOfMemoryException);

    /// <summary>Reads all labeled texts.</summary>
    /// <param name="options">How to read it; its format, separator and encoding are known already.</param>
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

    /// <summary>Reads texts lazily.</summary>
    /// <param name="stream"><see cref="Stream"/>, or a wrapper of it.</param>
    /// <param name="options">How to read it; its format, separator and encoding are known already.</param>
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
        if (kind != TableKind.Excel && sheet is not null)
            throw new ArgumentException($"--sheet is for Excel workbooks, and {path} isn't one");
        if (kind == TableKind.None) return null;
        if (isText)
        {
            string what = kind == TableKind.Parquet ? "a Parquet file" : "an Excel file";
            throw new ArgumentException($"{path} is {what}; format, separator and encoding can only be given for text files");
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

    /// <summary>The same exception, with the row of the table instead of the line of the CSV.</summary>
    private InvalidDataException InRows(InvalidDataException problem)
    {
        if (_csv.Problem is { } ofRows) return ofRows;
        string place = $"{_rows.Name}, line ";
        if (!problem.Message.StartsWith(place, StringComparison.Ordinal)) return problem;
        string digits = string.Concat(problem.Message.Skip(place.Length).TakeWhile(char.IsAsciiDigit));
        long row = _csv.RowOf(long.Parse(digits, CultureInfo.InvariantCulture));
        string where = row == 0 ? _rows.Name : string.Create(CultureInfo.InvariantCulture, $"{_rows.Name}, row {row}");
        return new InvalidDataException(where + problem.Message[(place.Length + digits.Length)..], problem);
    }
}
