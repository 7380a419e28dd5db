using System.Text;
using CsCheck;
using CsvHelper;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>What CsvHelper writes is read as CsvHelper reads it, or refused: never as something else.</summary>
[Trait("Category", "Slow")]
public class CsvHelperTests
{
    private const int Samples = 1_000;

    private static readonly Gen<Dialect> _dialects = Gen.Select(
        OneOf(',', ';', '\t', '|'),
        OneOf("\r\n", "\n", "\r"),
        OneOf(CsvQuoting.WhenNeeded, CsvQuoting.Always),
        Gen.Bool,
        (separator, newLine, quoting, header) => new Dialect(separator, newLine, quoting, header));

    private static readonly string[] _pieces =
    [
        "the room", "good", "Was it", "née", "日本語", "👍🏽", "\u0e14\u0e35", "it's", "3.5", "(or so)", " ", "  ", "!", "\"", "\"\"", ",", ";", "|", "\t", ", ", "__label__", "{", "sep=",
    ];

    [Fact]
    public void WithTheDialectGiven_FieldsAreThoseOfCsvHelper() =>
        _dialects.SelectMany(dialect => Gen.Select(Field(dialect), Field(dialect), Field(dialect), (extra, label, text) => new[] { extra, $"l{label}", text })
            .Array[1, 8].Select(rows => (dialect, rows))).Sample(sample =>
            {
                (Dialect dialect, string[][] rows) = sample;
                string content = Written(dialect, [.. dialect.HasHeader ? [["id", "kind", "words"]] : Array.Empty<string[]>(), .. rows]);
                string[][] again = Records(dialect, content);
                Assert.Equal(rows, again.Skip(dialect.HasHeader ? 1 : 0));
                var options = new LabeledTextFileOptions
                {
                    Format = LabeledTextFormat.Csv, Separator = dialect.Separator, HasHeader = dialect.HasHeader, LabelColumns = ["2"], TextColumns = ["3"],
                };
                IEnumerable<LabeledText> expected = rows.Where(row => row[2].AsSpan().Trim().Length > 0).Select(row => new LabeledText(row[1].Trim(), row[2].Trim()));
                Assert.Equal(expected, expected.Any() ? Read(content, options) : []);
            }, iter: Samples);

    [Fact]
    public void WithDetection_FieldsAreThoseOfCsvHelper_OrTheFileIsRefused()
    {
        int read = 0;
        int all = 0;
        Gen.Select(_dialects, Gen.Bool, Gen.Int[2, 4]).SelectMany((dialect, labelFirst, labels) =>
            Field(dialect).Array[8, 30].Select(texts => (dialect, labelFirst, labels, texts))).Sample(sample =>
            {
                (Dialect dialect, bool labelFirst, int labels, string[] texts) = sample;
                LabeledText[] expected = [.. texts.Select((text, at) => new LabeledText($"kind{at % labels}", $"{text} no. {at}".Trim()))];
                string[] Row(string label, string text) => labelFirst ? [label, text] : [text, label];
                string content = Written(
                    dialect, [.. dialect.HasHeader ? [Row("label", "text")] : Array.Empty<string[]>(), .. expected.Select(text => Row(text.Label, text.Text))]);
                Interlocked.Increment(ref all);
                try
                {
                    LabeledText[] found = Read(content, new LabeledTextFileOptions());
                    if (LabelDoubt.Of(found) is not null) return;
                    Assert.Equal(expected, found);
                    Interlocked.Increment(ref read);
                }
                catch (InvalidDataException)
                {
                    // refused
                }
            }, iter: Samples);
        Assert.True(read > 0.9 * all, $"{read} of {all} files are read");
    }

    /// <summary>
    /// Not with tabs, where quotes are those of the texts unless they part fields, and not with a quote after spaces, which begins a field here alone.
    /// </summary>
    [Fact]
    public void OfAnyCharacters_FieldsAreThoseOfCsvHelper_OrTheFileIsRefused() =>
        Gen.Select(_dialects.Where(dialect => dialect.Separator != '\t'), OneOf("\"", "\"", "x", "y", " ", "~", "~", "\n").Array[1, 24]).Sample((dialect, pieces) =>
        {
            string content = $"a{dialect.Separator}b{dialect.NewLine}"
                + string.Concat(pieces).Replace('~', dialect.Separator).Replace("\n", dialect.NewLine, StringComparison.Ordinal);
            if (content.Split(dialect.Separator, '\r', '\n').Any(field => field.StartsWith(' ') && field.TrimStart(' ').StartsWith('"'))) return;
            var options = new LabeledTextFileOptions { Format = LabeledTextFormat.Csv, Separator = dialect.Separator, HasHeader = true, LabelColumns = ["a"], TextColumns = ["b"] };
            LabeledText[] found;
            try
            {
                found = Read(content, options);
            }
            catch (InvalidDataException)
            {
                return;
            }

            IEnumerable<string[]> rows = Records(dialect, content).Skip(1).Where(row => row.Length == 2 && !string.IsNullOrWhiteSpace(row[1]));
            Assert.Equal(rows.Select(row => new LabeledText(row[0].Trim(), row[1].Trim())), found);
        }, iter: Samples);

    /// <summary>Fields of up to six pieces; line ends in them are of a kind that doesn't change where others are found.</summary>
    private static Gen<string> Field(Dialect dialect)
    {
        string[] pieces = [.. _pieces, dialect.NewLine, .. dialect.NewLine == "\r" ? Array.Empty<string>() : ["\r", "\n"]];
        return OneOf(pieces).Array[0, 6].Select(string.Concat);
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static string Written(Dialect dialect, IEnumerable<string[]> rows)
    {
        using var text = new StringWriter();
        using (CsvWriter writer = CsvWriter.Create(text, new CsvWriterOptions { Separator = dialect.Separator, NewLine = dialect.NewLine, Quoting = dialect.Quoting }, true))
        {
            foreach (string[] row in rows)
                writer.WriteRecord(row);
        }

        return text.ToString();
    }

    private static string[][] Records(Dialect dialect, string content)
    {
        using CsvReader reader = CsvReader.FromText(content, new CsvReaderOptions { Separator = dialect.Separator, HasHeader = false });
        List<string[]> records = [];
        while (reader.Read())
            records.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return [.. records];
    }

    private static LabeledText[] Read(string content, LabeledTextFileOptions options) =>
        [.. LabeledTextFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(content)), "t.csv", options)];

    private sealed record Dialect(char Separator, string NewLine, CsvQuoting Quoting, bool HasHeader);
}
