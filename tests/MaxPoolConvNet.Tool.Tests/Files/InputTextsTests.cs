using System.IO.Compression;
using System.Text;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Files;

namespace MaxPoolConvNet.Tool.Tests;

public class InputTextsTests
{
    public static TheoryData<string, string, string> Errors { get; } = new()
    {
        { "t.jsonl", "{\"text\":\"a\"}\n\n{\"txt\":1}\n", "t.jsonl, line 3: no field \"text\" in the object; --text-field names another" },
        { "t.jsonl", "[1]\n", "t.jsonl, line 1: a JSON Array; an object with the field \"text\" was expected" },
        { "t.jsonl", "{\"text\":1}\n", "t.jsonl, line 1: the field \"text\" is a JSON Number; a string was expected" },
        { "t.jsonl", "{\"text\":\"a\n", "t.jsonl, line 1: not JSON: " },
        { "t.jsonl", "{\"text\":\"\\ud800\"}\n", "t.jsonl, line 1: not JSON: " },
        { "t.csv", "a,b\n1,2\n", "t.csv, line 1: can't tell the column of the text from the header \"a\", \"b\"; name it by --text-field" },
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
        var options = new InputOptions { Field = "body" };

        Assert.Equal(["b"], InputTexts.Read(Bytes("text,body\na,b\n"), "t.csv", options));
        Assert.Equal(["b"], InputTexts.Read(Bytes("{\"text\":\"a\",\"body\":\"b\"}"), "t.jsonl", options));
    }

    [Fact]
    public void GzipIsUnpacked()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write("{\"text\":\"a\"}\n"u8);

        Assert.Equal(["a"], InputTexts.Read(new MemoryStream(packed.ToArray()), "t.jsonl.gz", new InputOptions()));
    }

    [Fact]
    public void Latin1_IsReadOnRequest() => Assert.Equal(
        ["café"], InputTexts.Read(new MemoryStream([.. "caf"u8, 0xE9]), "t", new InputOptions { Encoding = LabeledTextEncoding.Latin1 }));

    private static IEnumerable<string> Read(string name, string content) => InputTexts.Read(Bytes(content), name, new InputOptions());

    private static MemoryStream Bytes(string content) => new(Encoding.UTF8.GetBytes(content));
}
