using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>Which files are taken for fastText's form.</summary>
public class FastTextFormTests
{
    [Theory]
    [InlineData("__label__a good\nx\n", true)] // the first line decides
    [InlineData("good __label__a\nbad __label__b\n", true)] // labels behind the texts
    [InlineData("good\t__label__a\nbad\t__label__b\n", true)]
    [InlineData("so good\n\n \n__label__a x\n__label__b y\n", true)] // two of three lines, blank ones not counted
    [InlineData("so good\n__label__a x\n", false)] // one of two
    [InlineData("so good\nnot bad\n__label__a x\n", false)]
    [InlineData("so good\nthe__label__a x\nmy__label__b y\n", false)] // within a word
    [InlineData("so good\nso bad\n", false)]
    public void MostLinesHaveLabels_OrTheFirstBeginsWithOne(string content, bool isFastText) =>
        Assert.Equal(isFastText, ParserOf(content) is FastTextParser);

    [Fact]
    public void ACompressedFile_HasTheFormOfItsNameWithout() =>
        Assert.IsType<TableParser>(ParserOf("kind,remark\nx,so good\ny,so bad\nx,good\ny,bad\n", "a.csv.GZ"));

    private static ILabeledTextParser ParserOf(string content, string name = "a.txt")
    {
        using TextSource source = TextSource.Open(new MemoryStream(Encoding.UTF8.GetBytes(content)), name, encoding: null, waits: true);
        return FormDetector.Choose(source, new LabeledTextFileOptions());
    }
}
