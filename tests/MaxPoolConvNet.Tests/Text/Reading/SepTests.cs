using System.Text;
using CsCheck;
using MaxPoolConvNet.Text;
using nietras.SeparatedValues;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>The fields of CSV, as RFC 4180 writes it, are those that Sep finds: another parser, of another author.</summary>
public class SepTests
{
    private const int Samples = 3_000;

    private static readonly string[] _pieces = ["a", "née", "日本語", " ", "\"", "\"\"", ",", ";", "\t", "|", "\n", "\r\n", "x,y", "'", "👍🏽"];

    private static readonly Gen<string> _fields = Gen.Int[0, _pieces.Length - 1].Select(at => _pieces[at]).Array[0, 5].Select(string.Concat);

    [Fact]
    public void Fields_AreThoseOfSep() =>
        Gen.Select(OneOf(',', ';', '\t', '|'), OneOf("\r\n", "\n"), Gen.Bool, _fields.Array[1, 6].Array[1, 8]).Sample((separator, newLine, always, rows) =>
        {
            string content = string.Concat(rows.Select(row => string.Join(separator, row.Select(field => Quoted(field, separator, always))) + newLine));
            Assert.Equal(rows, BySep(content, separator));
            Assert.Equal(rows, ByRecord(content, separator));
        }, iter: Samples);

    private static string Quoted(string field, char separator, bool always) =>
        always || field.Contains(separator) || field.AsSpan().ContainsAny("\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    private static string[][] BySep(string content, char separator)
    {
        using SepReader reader = Sep.New(separator).Reader(options => options with { HasHeader = false, Unescape = true, DisableColCountCheck = true }).FromText(content);
        List<string[]> rows = [];
        foreach (SepReader.Row row in reader)
        {
            string[] fields = new string[row.ColCount];
            for (int column = 0; column < fields.Length; column++)
                fields[column] = row[column].ToString();
            rows.Add(fields);
        }

        return [.. rows];
    }

    private static string[][] ByRecord(string content, char separator)
    {
        var lines = new LineReader(new MemoryStream(Encoding.UTF8.GetBytes(content)), "t.csv");
        var record = new CsvRecord(separator);
        List<string[]> rows = [];
        while (lines.Read())
        {
            record.Read(lines);
            rows.Add([.. Enumerable.Range(0, record.Count).Select(field => record[field].ToString())]);
        }

        return [.. rows];
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);
}
