using System.Text;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>Writes rows as CSV (RFC 4180) in UTF-8.</summary>
internal static class CsvText
{
    private const string FormulaSigns = "=+-@\t\r";

    /// <summary>Writes a row.</summary>
    public static void WriteRow(TextWriter writer, params IEnumerable<string> fields)
    {
        bool isFirst = true;
        foreach (string field in fields)
        {
            if (!isFirst) writer.Write(',');
            isFirst = false;
            bool isQuoted = field.AsSpan().ContainsAny("\",;\r\n") || field != field.Trim();
            writer.Write(isQuoted ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field);
        }

        writer.Write("\r\n");
    }

    /// <summary>A field that a spreadsheet doesn't take for a formula: an apostrophe is put before it.</summary>
    public static string WithoutFormula(string field) => field.Length > 0 && FormulaSigns.Contains(field[0]) ? $"'{field}" : field;

    /// <summary>Creates a writer; with a byte-order mark, by which spreadsheets recognize UTF-8.</summary>
    public static StreamWriter Writer(Stream stream, bool forSpreadsheet) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: forSpreadsheet), leaveOpen: true);
}
