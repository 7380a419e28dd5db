using System.IO.Compression;
using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class TextFileTests
{
    public static TheoryData<string, string, string> Errors { get; } = new()
    {
        { "t.jsonl", "{\"text\":\"a\"}\n\n{\"txt\":1}\n", "t.jsonl, line 3: no field \"text\" in the object; name it with TextFileOptions.TextColumns" },
        { "t.jsonl", "[1]\n", "t.jsonl, line 1: not JSON: '1' where an object was expected" },
        { "t.jsonl", "{\"text\":1}\n", "t.jsonl, line 1: the field \"text\" is a JSON Number; a string was expected" },
        { "t.jsonl", "{\"text\":\"a\n", "t.jsonl, line 1: not JSON: " },
        { "t.jsonl", "{\"text\":\"\\ud800\"}\n", "t.jsonl, line 1: not JSON: " },
        { "t.csv", "a,b\n1,2\n", "t.csv, line 1: can't find the text column in the header \"a\", \"b\"; name it with TextFileOptions.TextColumns" },
        { "t.csv", "id,text\n1,a\n1\n", "t.csv, line 3: 1 fields, expected 2 as in the header" },
        { "t.csv", "id,text\n1,\"a\n", "t.csv, line 2: a quote is opened here and never closed" },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void WhatIsWrong_IsToldWithFileAndLine(string name, string content, string message)
    {
        InvalidDataException problem = Assert.Throws<InvalidDataException>(() => Read(name, content).ToList());

        Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id,REVIEW\n1,\" good, cheap \"\n", "good, cheap")]
    [InlineData("anything\nfine\n", "fine")]
    [InlineData("text,label\n\n\"two\nlines\",x\n", "two\nlines")]
    public void CsvTexts_ComeFromTheColumnOfAUsualName(string content, string text) => Assert.Equal([text], Read("t.csv", content));

    [Fact]
    public void AField_IsNamed()
    {
        var options = new TextFileOptions { TextColumns = ["body"] };

        Assert.Equal(["b"], TextFile.Read(Bytes("text,body\na,b\n"), "t.csv", options));
        Assert.Equal(["b"], TextFile.Read(Bytes("{\"text\":\"a\",\"body\":\"b\"}"), "t.jsonl", options));
    }

    [Fact]
    public void NullAndEmptyTexts_AreEmpty() => Assert.Equal(["a", "", "b"], Read("t", "{\"text\":\"a\"}\n{\"text\":null}\n{\"text\":\"b\"}\n"));

    [Theory]
    [InlineData("t.txt", "plain, words; of | people\nand, more\n", new[] { "plain, words; of | people", "and, more" })]
    [InlineData("t.txt", "a\n\nb", new[] { "a", "", "b" })]
    [InlineData("t.csv", "id;text\n0;one\n1;two, three\n", new[] { "one", "two, three" })]
    [InlineData("-", "id\ttext\n0\tone\n1\ttwo\n", new[] { "one", "two" })]
    [InlineData("t.json", "[\n {\"id\": 1,\n \"text\": \"one }\"},\n {\"id\": 2, \"text\": \"two\"}]\n", new[] { "one }", "two" })]
    public void TheForm_IsFoundInTheContent(string name, string content, string[] texts) => Assert.Equal(texts, Read(name, content));

    [Fact]
    public void AWaitingReader_GetsEachLineAsItComes()
    {
        using var stream = new TricklingStream("one\ntwo\nthree\n"u8.ToArray(), 4);
        using IEnumerator<string> texts = TextFile.Read(stream, "standard input").GetEnumerator();

        Assert.True(texts.MoveNext());
        Assert.Equal("one", texts.Current);
        Assert.InRange(stream.Position, 4, 7);
    }

    [Fact]
    public void GzipIsUnpacked()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write("{\"text\":\"a\"}\n"u8);

        Assert.Equal(["a"], TextFile.Read(new MemoryStream(packed.ToArray()), "t.jsonl.gz", new TextFileOptions()));
    }

    [Fact]
    public void Latin1_IsReadOnRequest() => Assert.Equal(
        ["café"], TextFile.Read(new MemoryStream([.. "caf"u8, 0xE9]), "t", new TextFileOptions { Encoding = "latin1" }));

    [Theory]
    [InlineData("t", "one, two\nthree\n", TextFileFormat.Lines)]
    [InlineData("t", "", TextFileFormat.Lines)]
    [InlineData("t", "text,id\none,1\n", TextFileFormat.Csv)]
    [InlineData("t.csv", "one, two\nthree, four\n", TextFileFormat.Csv)]
    [InlineData("t", "{\"text\":\"a\"}", TextFileFormat.Json)]
    [InlineData("t.ndjson", "", TextFileFormat.Json)]
    public void DetectFormat_NamesTheFormatThatIsRead(string name, string content, TextFileFormat format)
    {
        TextFileOptions options = new() { HasHeader = format == TextFileFormat.Csv && name == "t.csv" ? false : null, TextColumns = name == "t.csv" ? ["1"] : null };

        Assert.Equal(format, TextFile.DetectFormat(Bytes(content), name, options));
    }

    [Fact]
    public void DetectFormat_KeepsTheFormatOfTheOptions() =>
        Assert.Equal(TextFileFormat.Lines, TextFile.DetectFormat(Bytes("{\"text\":\"a\"}"), "t", new TextFileOptions { Format = TextFileFormat.Lines }));

    private static IEnumerable<string> Read(string name, string content) => TextFile.Read(Bytes(content), name, new TextFileOptions());

    private static MemoryStream Bytes(string content) => new(Encoding.UTF8.GetBytes(content));
}
