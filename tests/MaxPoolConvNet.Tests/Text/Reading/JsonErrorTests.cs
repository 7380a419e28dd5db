using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>JSON that isn't what it should be is an error of the file, with its line.</summary>
public class JsonErrorTests
{
    /// <summary>Half of a surrogate pair can be escaped, but no text contains it.</summary>
    [Theory]
    [InlineData("{\"label\":\"a\",\"text\":\"x \\ud800\"}")]
    [InlineData("{\"label\":\"a\\udc00\",\"text\":\"x\"}")]
    [InlineData("{\"label\":[\"b\",\"\\ud800\\ud800\"],\"text\":\"x\"}")]
    [InlineData("{\"label\":\"a\",\"\\ud800\":1,\"text\":\"x\"}")]
    [InlineData("{\"label\":\"a\",\"other\":1,\"\\udbff\":\"x\"}")]
    public void HalfOfASurrogatePair_IsNamedWithItsLine(string json)
    {
        AssertError("t.jsonl, line 2: not JSON: ", "{\"label\":\"a\",\"text\":\"x\"}\n" + json);
        AssertError("t.jsonl, line 1: not JSON: ", json);
    }

    [Fact]
    public void HalfOfASurrogatePair_InTextsWithoutLabels_IsNamedWithItsLine() => Assert.StartsWith(
        "t.jsonl, line 1: not JSON: ",
        Assert.Throws<InvalidDataException>(() => TextFile.Read(Stream("{\"text\":\"\\ud800\"}"), "t.jsonl").Count()).Message,
        StringComparison.Ordinal);

    /// <summary>As some exporters begin a file.</summary>
    [Theory]
    [InlineData("{}\n{\"label\":\"a\",\"text\":\"x\"}")]
    [InlineData("[{ },{\"label\":\"a\",\"text\":\"x\"}]")]
    public void AFirstObjectWithoutFields_NamesNoColumns(string json) =>
        AssertError("t.jsonl, line 1: can't find the label column in the object's fields \"\"; ", json);

    [Theory]
    [InlineData("{\"version\":1,\"count\":1,\"rows\":[{\"label\":\"a\",\"text\":\"x\"}]}", "\"version\", \"count\", \"rows\"", "; if the texts are in \"rows\", write this array alone to a file, such as with jq .rows")]
    [InlineData("{\"rows\":[],\"tags\":[\"a\"],\"count\":0}", "\"rows\", \"tags\", \"count\"", "")]
    public void TextsInAnArrayOfAnObject_AreSoughtThere(string json, string fields, string cure) => Assert.Equal(
        $"t.jsonl, line 1: can't find the label column in the object's fields {fields}; name them with LabeledTextFileOptions.LabelColumns and TextColumns{cure}",
        Assert.Throws<InvalidDataException>(() => LabeledTextFile.ReadAll(Stream(json), "t.jsonl")).Message);

    [Fact]
    public void OfManyFields_TheFirstTwentyAreNamed()
    {
        string json = $"{{{string.Join(',', Enumerable.Range(1, 21).Select(field => $"\"f{field}\":\"x\""))}}}";
        AssertError($"t.jsonl, line 1: can't find the label column in the object's fields \"{string.Join("\", \"", Enumerable.Range(1, 20).Select(field => $"f{field}"))}\", …; name", json);
    }

    private static void AssertError(string start, string json) => Assert.StartsWith(
        start, Assert.Throws<InvalidDataException>(() => LabeledTextFile.ReadAll(Stream(json), "t.jsonl")).Message, StringComparison.Ordinal);

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
