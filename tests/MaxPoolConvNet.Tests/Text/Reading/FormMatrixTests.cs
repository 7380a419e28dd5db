using System.Text;
using System.Text.Json;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>Files of every form, written from the same texts, are read as these or refused: never as others.</summary>
public class FormMatrixTests
{
    private static readonly bool[] _both = [true, false];
    private static readonly string[] _subjects = ["The room", "A film", "My order, again,", "This café", "The second part", "Our guide"];
    private static readonly string[] _verbs = ["was late and", "came early but", "seemed; as ever;", "arrived in time or", "stayed \"open\" while"];
    private static readonly string[] _ends = ["nobody minded", "everyone complained", "we liked it", "it rained", "prices rose", "we left early", "the staff smiled"];

    [Theory]
    [InlineData('\t', "t.tsv")]
    [InlineData(',', "t.csv")]
    [InlineData(';', "t.csv")]
    [InlineData('|', "t.csv")]
    [InlineData('\t', "t.csv")]
    public void Tables_AreReadInEveryOrderAndEncoding(char separator, string name)
    {
        foreach (LabeledText[] texts in Sets())
        {
            foreach ((bool header, bool labelFirst, bool mark) in Cases())
            {
                string content = Table(texts, separator, header, labelFirst);
                if (mark) content = $"sep={separator}\r\n{content}";
                AssertRead(texts, content, name, $"'{separator}', {(header ? "header" : "no header")}, label {(labelFirst ? "first" : "last")}, {texts.Length} texts");
            }
        }
    }

    [Fact]
    public void JsonLinesAndArrays_AreRead()
    {
        foreach (LabeledText[] texts in Sets())
        {
            string[] objects = [.. texts.Select(text => JsonSerializer.Serialize(new { text = text.Text, label = text.Label }))];
            AssertRead(texts, string.Join("\n", objects), "t.jsonl", "JSON lines");
            AssertRead(texts, $"[{string.Join(",\n ", objects)}]", "t.json", "JSON array");
            AssertRead(texts, $"[{string.Join(", ", objects)}]", "t.txt", "JSON array on one line");
        }
    }

    [Fact]
    public void FastTextsFormAndItsMistakes_AreRead()
    {
        foreach (LabeledText[] texts in Sets())
        {
            AssertRead(texts, Lines(texts, text => $"__label__{text.Label} {text.Text}"), "t.txt", "fastText");
            AssertRead(texts, Lines(texts, text => $"__label__{text.Label}, {text.Text}"), "t.txt", "comma behind the label");
            AssertRead(texts, Lines(texts, text => $"__label__{text.Label},{text.Text}"), "t.txt", "comma alone");
            AssertRead(texts, Lines(texts, text => $"{text.Text} __label__{text.Label}"), "t.txt", "label at the end");
        }
    }

    [Fact]
    public void ALabelAndATextWithASpaceBetween_AreRead()
    {
        foreach (LabeledText[] texts in Sets().Where(texts => texts.Select(text => text.Label).Distinct().Count() * 2 < texts.Length))
            AssertRead(texts, Lines(texts, text => $"{text.Label} {text.Text}"), "t.txt", "label text");
    }

    [Theory]
    [InlineData("\n", false, false)]
    [InlineData("\r\n", true, false)]
    [InlineData("\r", true, true)]
    [InlineData("\n", true, true)]
    public void QuotesLineEndsAndMarks_ChangeNothing(string lineEnd, bool quoted, bool mark)
    {
        LabeledText[] texts = Set(3, 60);
        foreach (char separator in "\t,;|")
        {
            string content = Table(texts, separator, header: true, labelFirst: true, quoted).Replace("\r\n", lineEnd, StringComparison.Ordinal);
            Assert.Equal(texts, Read(Encoding.UTF8.GetBytes(mark ? "\uFEFF" + content : content), "t.csv", null));
        }
    }

    private static IEnumerable<LabeledText[]> Sets() => [Set(2, 20), Set(5, 200), Set(77, 20), Set(77, 400)];

    private static IEnumerable<(bool Header, bool LabelFirst, bool Mark)> Cases() =>
        from header in _both from first in _both from mark in _both select (header, first, mark);

    private static LabeledText[] Set(int labels, int count)
    {
        var random = new Random(labels * count);
        return
        [
            .. Enumerable.Range(0, count).Select(i => new LabeledText(
                $"label_{(count < labels ? random.Next(labels) : i % labels)}", $"{Pick(_subjects)} {Pick(_verbs)} {Pick(_ends)} on day {i}")),
        ];

        string Pick(string[] words) => words[random.Next(words.Length)];
    }

    private static string Table(LabeledText[] texts, char separator, bool header, bool labelFirst, bool quoted = false)
    {
        string Row(string label, string text) => labelFirst
            ? $"{Field(label)}{separator}{Field(text)}\r\n"
            : $"{Field(text)}{separator}{Field(label)}\r\n";
        string Field(string value) => quoted || value.Contains(separator, StringComparison.Ordinal) || value.Contains('"', StringComparison.Ordinal)
            ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : value;
        return (header ? Row("label", "text") : "") + string.Concat(texts.Select(text => Row(text.Label, text.Text)));
    }

    private static string Lines(LabeledText[] texts, Func<LabeledText, string> line) => string.Join("\n", texts.Select(line));

    private static void AssertRead(LabeledText[] texts, string content, string name, string what)
    {
        foreach ((byte[] bytes, string? encoding) in Encoded(content))
        {
            LabeledText[] read = Read(bytes, name, encoding);
            Assert.True(texts.AsSpan().SequenceEqual(read), $"{what}, {name}, {encoding}: {read.Length} texts, such as {read[0]}");
        }
    }

    private static IEnumerable<(byte[] Bytes, string? Encoding)> Encoded(string content)
    {
        yield return (Encoding.UTF8.GetBytes(content), null);
        yield return (Encoding.UTF8.GetBytes("\uFEFF" + content), null);
        yield return (Encoding.Unicode.GetBytes("\uFEFF" + content), null);
        yield return (Encoding.BigEndianUnicode.GetBytes("\uFEFF" + content), null);
        yield return (Encoding.Unicode.GetBytes(content), null);
        yield return (CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(content), "windows-1252");
    }

    private static LabeledText[] Read(byte[] content, string name, string? encoding) =>
        [.. LabeledTextFile.Read(new MemoryStream(content), name, new LabeledTextFileOptions { Encoding = encoding })];
}
