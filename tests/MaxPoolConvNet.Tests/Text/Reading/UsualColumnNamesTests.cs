using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>Every usual name of a column is found, wherever the column is among others.</summary>
public class UsualColumnNamesTests
{
    [Theory]
    [InlineData("label")]
    [InlineData("category")]
    [InlineData("class")]
    [InlineData("sentiment")]
    [InlineData("target")]
    [InlineData("labels")]
    [InlineData("Category")]
    [InlineData("TARGET")]
    public void OfLabels(string name) => AssertForm(Read($"id,{name},text,stars\n1,a,x y,5\n2,b,z,4\n"), name, "text");

    [Theory]
    [InlineData("text")]
    [InlineData("review")]
    [InlineData("sentence")]
    [InlineData("content")]
    [InlineData("message")]
    public void OfTexts(string name) => AssertForm(Read($"id,stars,{name},label\n1,5,x y,a\n2,4,z,b\n"), "label", name);

    /// <summary>The names are all that tells here: by its content, the first column could be the labels, too.</summary>
    [Theory]
    [InlineData("category")]
    [InlineData("target")]
    public void OfTwoColumns_BeforeTheContent(string name) => AssertForm(Read($"kind,{name}\nx,some words\nx,more words\nx,others\nx,words\n"), name, "kind");

    private static void AssertForm(LabeledTexts texts, string label, string text)
    {
        Assert.Equal([label], texts.Form.LabelColumns);
        Assert.Equal([text], texts.Form.TextColumns);
    }

    private static LabeledTexts Read(string content) => LabeledTextFile.ReadAll(new MemoryStream(Encoding.UTF8.GetBytes(content)), "t.csv");
}
