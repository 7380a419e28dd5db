using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>Labels and texts of JSON objects, in every kind of value.</summary>
public class JsonLabelTests
{
    private static readonly LabeledTextFileOptions _oneEach = new() { LabelColumns = ["l"], TextColumns = ["t"] };
    private static readonly LabeledTextFileOptions _marks = new() { LabelColumns = ["rude", "loud"], TextColumns = ["t"] };

    [Theory]
    [InlineData("\" a \"", "a")]
    [InlineData("3", "3")]
    [InlineData("2.50", "2.50")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("[\"a\",1,\"a\"]", "1,a")]
    [InlineData("[]", "")]
    public void ALabel_IsAStringANumberOrATruth_OrAListOfThem(string label, string expected) =>
        Assert.Equal([expected], LabelsOf($"{{\"l\":{label},\"t\":\"x\"}}", _oneEach));

    [Theory]
    [InlineData("{}", "the label \"l\" is a JSON Object; a string or a number was expected")]
    [InlineData("[[1]]", "the label \"l\" is a JSON Array; a string or a number was expected")]
    [InlineData("\" \"", "the label \"l\" is blank")]
    [InlineData("[\"\"]", "the label \"l\" is blank")]
    public void AnotherLabel_IsAnError(string label, string expected) =>
        AssertError("t.jsonl, line 1: " + expected, $"{{\"l\":{label},\"t\":\"x\"}}", _oneEach);

    [Fact]
    public void AMissingField_IsAnErrorOfItsLine()
    {
        AssertError("t.jsonl, line 2: no field \"l\" in the object", "{\"l\":1,\"t\":\"x\"}\n{\"t\":\"y\"}", _oneEach);
        AssertError(
            "t.jsonl, line 2: no field \"t\" in the object; name them with LabeledTextFileOptions.LabelColumns and TextColumns",
            "{\"l\":1,\"t\":\"x\"}\n{\"l\":2}",
            _oneEach);
    }

    [Theory]
    [InlineData("{\"0\":\"x\"}", "the field \"t\" is a JSON Object; a string was expected; in pandas, to_json(orient=\"records\", lines=True) writes one object per row")]
    [InlineData("[\"x\"]", "the field \"t\" is a JSON Array; a string was expected")]
    [InlineData("7", "the field \"t\" is a JSON Number; a string was expected")]
    public void AnotherText_IsAnError(string text, string expected) =>
        AssertError("t.jsonl, line 1: " + expected, $"{{\"l\":1,\"t\":{text}}}", _oneEach);

    [Fact]
    public void SeveralColumns_ApplyOrNot() => Assert.Equal(
        ["rude", "loud", "loud,rude", "", ""],
        LabelsOf(
            """
            {"rude":1,"loud":0,"t":"x"}
            {"rude":false,"loud":true,"t":"x"}
            {"rude":1.0,"loud":true,"t":"x"}
            {"rude":null,"loud":0,"t":"x"}
            {"t":"x"}
            """,
            _marks));

    [Theory]
    [InlineData("2")]
    [InlineData("\"1\"")]
    [InlineData("0.5")]
    public void SeveralColumns_TakeNoOtherValue(string value) => AssertError(
        $"t.jsonl, line 1: the label \"rude\" is {value}; 0, 1, true or false was expected", $"{{\"rude\":{value},\"loud\":1,\"t\":\"x\"}}", _marks);

    [Fact]
    public void ASeparator_DividesAString_AndNullIsNoLabel()
    {
        LabeledTextFileOptions separated = _oneEach with { LabelSeparator = "|" };

        Assert.Equal(["a,b", "", "a|b"], LabelsOf("{\"l\":\"a|b\",\"t\":\"x\"}\n{\"l\":null,\"t\":\"x\"}\n{\"l\":[\"a|b\"],\"t\":\"x\"}", separated));
        Assert.Equal(["a|b"], LabelsOf("{\"l\":\"a|b\",\"t\":\"x\"}", _oneEach));
    }

    [Fact]
    public void SeveralTexts_AreJoined_AndThoseThatAreMissingLeftOut()
    {
        LabeledTextFileOptions two = _oneEach with { TextColumns = ["t", "u"] };

        LabeledTexts texts = Read("{\"l\":1,\"t\":\"x \",\"U\":\"y\"}\n{\"l\":1,\"u\":\"y\"}\n{\"l\":1,\"t\":\"x\",\"u\":null}", two);

        Assert.Equal(["x y", "y", "x"], texts.Select(text => text.Text));
    }

    private static string[] LabelsOf(string json, LabeledTextFileOptions options) => [.. Read(json, options).Select(text => string.Join(',', text.Labels))];

    private static LabeledTexts Read(string json, LabeledTextFileOptions options) =>
        LabeledTextFile.ReadAll(new MemoryStream(Encoding.UTF8.GetBytes(json)), "t.jsonl", options);

    private static void AssertError(string expected, string json, LabeledTextFileOptions options) =>
        Assert.Equal(expected, Assert.Throws<InvalidDataException>(() => Read(json, options)).Message);
}
