using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>What is found out about a file is told, and what isn't certain is doubted or refused.</summary>
public class TextFileFormTests
{
    public static TheoryData<string, byte[], string> Foreign { get; } = new()
    {
        { "a.xlsx", [.. "PK\u0003\u0004"u8, .. new byte[30], .. "xl/workbook.xml"u8], "an Excel file" },
        { "a.docx", [.. "PK\u0003\u0004"u8, .. new byte[30], .. "word/document.xml"u8], "a Word file" },
        { "a.zip", [.. "PK\u0003\u0004"u8, .. new byte[30], .. "a.csv"u8], "a zip archive" },
        { "a.bz2", [.. "BZh9"u8, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59], "compressed with bzip2" },
        { "a.xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0], "compressed with xz" },
        { "a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Office file" },
        { "a.parquet", [.. "PAR1"u8, 1, 2], "a Parquet file" },
        { "a.safetensors", [9, 1, 0, 0, 0, 0, 0, 0, .. "{\"a\":1}"u8], "a model" },
    };

    [Theory]
    [MemberData(nameof(Foreign))]
    public void AFileOfAnotherKind_IsNamed(string name, byte[] content, string kind)
    {
        InvalidDataException problem = Assert.Throws<InvalidDataException>(() => Read(content, name));

        Assert.StartsWith($"{name} is {kind}", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheForm_IsTold()
    {
        Assert.Equal("tab-separated, header, label column \"label\", text column \"text\", UTF-8", FormOf("label\ttext\nneg\ta\npos\tb\n", "a.tsv"));
        Assert.Equal("semicolon-separated, no header, label column 1, text column 2, UTF-8", FormOf("neg;a b\npos;b c\nneg;c d\npos;d e\n", "a.csv"));
        Assert.Equal("JSON, label column \"label\", text column \"text\", UTF-8", FormOf("{\"label\":\"a\",\"text\":\"b\"}", "a.txt"));
        Assert.Equal("fastText's __label__, UTF-8", FormOf("__label__a b", "a.txt"));
        Assert.Equal("label and text with a space between them, UTF-8", FormOf("a b c", "a.txt"));
    }

    [Fact]
    public void AHeaderWithoutUsualNames_IsKnownByTheLabelsBelow()
    {
        LabeledTexts texts = Read("Polarity\tTweetText\n0\tso bad\n1\tso good\n0\tbad again\n1\tgood again\n", "a.tsv");

        Assert.True(texts.Form.HasHeader);
        Assert.Equal(["0", "1", "0", "1"], texts.Select(text => text.Label));
    }

    [Fact]
    public void ThreeColumnsWithoutAHeader_AreReadOnceTheyAreNamed()
    {
        const string Rows = "\"1\",\"A title\",\"and a text\"\n\"2\",\"Another\",\"and more, still\"\n";
        var options = new LabeledTextFileOptions { HasHeader = false, LabelColumns = ["1"], TextColumns = ["2", "3"] };

        string problem = Assert.Throws<InvalidDataException>(() => Read(Rows, "a.csv")).Message;

        Assert.Contains("LabeledTextFileOptions.HasHeader", problem, StringComparison.Ordinal);
        Assert.Equal([new LabeledText("1", "A title and a text"), new LabeledText("2", "Another and more, still")], Read(Rows, "a.csv", options));
    }

    [Fact]
    public void SeveralLabels_StandInOneColumnOrInOneEach()
    {
        const string Marks = "id,comment,rude,loud\n7,a b,1,1\n8,c d e,0,0\n9,f g h,0,1\n";
        LabeledText[] expected = [new(["loud", "rude"], "a b"), new([], "c d e"), new(["loud"], "f g h")];

        Assert.Equal(expected, Read(Marks, "a.csv"));
        Assert.Equal(expected, Read(Marks, "a.csv", new() { LabelColumns = ["rude", "loud"], TextColumns = ["comment"] }));
        Assert.Equal(expected, Read("text,label\na b,loud|rude\nc d e,\nf g h,loud\n", "a.csv", new() { LabelSeparator = "|" }));
        Assert.Equal(expected, Read("{\"text\":\"a b\",\"label\":[\"rude\",\"loud\"]}\n{\"text\":\"c d e\",\"label\":[]}\n{\"text\":\"f g h\",\"label\":[\"loud\"]}", "a.jsonl"));
    }

    [Fact]
    public void LabelsThatDontLookLikeLabels_AreDoubted()
    {
        string swapped = "text,label\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"pos,a sentence {i}\n"));
        string combined = "text,label\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"a sentence {i},{(i % 3 == 0 ? "pos" : i % 3 == 1 ? "food" : "pos|food")}\n"));
        string sentences = "text,label\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"pos,I never liked this at all {i % 4}\n"));
        string good = "text,label\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"a sentence {i},{(i % 2 == 0 ? "Good, really" : "Bad")}\n".Replace("Good, really", "\"Good, really\"", StringComparison.Ordinal)));

        Assert.StartsWith("these don't look like labels: \"a sentence 0\", \"a sentence 1\", \"a sentence 2\", …", Read(swapped, "a.csv").Doubt, StringComparison.Ordinal);
        Assert.Contains("several labels with '|'", Read(combined, "a.csv").Doubt, StringComparison.Ordinal);
        Assert.Contains("sentences", Read(sentences, "a.csv").Doubt, StringComparison.Ordinal);
        Assert.Null(Read(good, "a.csv").Doubt);
    }

    [Fact]
    public void LabelsThatRunIntoTheirTexts_AreDoubted()
    {
        string[] things = ["food", "room", "staff", "service", "view", "price", "bed", "pool", "bar", "lobby", "lift", "garden"];
        string apart = string.Concat(things.SelectMany((thing, i) => new[]
        {
            $"__label__neg {thing} was bad, {things[(i + 1) % 12]} too\n", $"__label__pos {thing} was fine, {things[(i + 5) % 12]} too\n",
        }));
        string glued = apart.Replace("neg ", "neg", StringComparison.Ordinal).Replace("pos ", "pos", StringComparison.Ordinal);
        string countries = string.Concat(things.Select((thing, i) => $"__label__{thing}s {thing} of the year {i}\n__label__{thing}s and {thing} again\n"));

        Assert.Equal(["neg", "pos"], Read(apart, "a.txt").Select(text => text.Label).Distinct().Order());
        Assert.Null(Read(apart, "a.txt").Doubt);
        Assert.Contains("they look like \"neg\", \"pos\" without a space", Read(glued + glued, "a.txt").Doubt, StringComparison.Ordinal);
        Assert.Null(Read(countries, "a.txt").Doubt);
    }

    [Fact]
    public void BesideNamedLabels_TheOnlyColumnOfSeveralWordsIsTheText()
    {
        const string Rows = "id,remark,rude\n7,a b c d e,1\n8,c d e f g,0\n";
        var options = new LabeledTextFileOptions { LabelColumns = ["rude"] };

        Assert.Equal([new LabeledText("1", "a b c d e"), new LabeledText("0", "c d e f g")], Read(Rows, "a.csv", options));
        Assert.Contains(
            "can't find the text column",
            Assert.Throws<InvalidDataException>(() => Read("id,remark,reply,rude\n7,a b,c d,1\n8,c d,e f,0\n", "a.csv", options)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ANulInAText_IsAnError()
    {
        Assert.StartsWith("a.tsv, line 2: a NUL character", Assert.Throws<InvalidDataException>(() => Read("a\tx\nb\ty\0z\n", "a.tsv")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AByteOfWindows1252_IsTheApostropheThatItStandsFor()
    {
        byte[] content = [.. "neg\tI don"u8, 0x92, .. "t\n"u8];

        Assert.Contains("windows-1252", Assert.Throws<InvalidDataException>(() => Read(content, "a.tsv")).Message, StringComparison.Ordinal);
        Assert.Equal([new LabeledText("neg", "I don’t")], Read(content, "a.tsv", new() { Encoding = "windows-1252" }));
    }

    private static string FormOf(string content, string name) => Read(content, name).Form.ToString();

    private static LabeledTexts Read(string content, string name, LabeledTextFileOptions? options = null) =>
        Read(Encoding.UTF8.GetBytes(content), name, options);

    private static LabeledTexts Read(byte[] content, string name, LabeledTextFileOptions? options = null)
    {
        using TemporaryFile file = new(name, content);
        try
        {
            return LabeledTextFile.Read(file.Path, options);
        }
        catch (InvalidDataException problem)
        {
            throw new InvalidDataException(problem.Message.Replace(file.Path, name, StringComparison.Ordinal));
        }
    }
}
