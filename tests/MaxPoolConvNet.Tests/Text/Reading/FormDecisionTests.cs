using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>Files on both sides of each limit by which a form is detected. ¶ stands for a line end, → for a tab.</summary>
public class FormDecisionTests
{
    private const string Rows = "¶a,x y¶b,z w¶a,u v¶b,x x¶";

    [Theory]
    [InlineData("kind,review¶a,x y¶b,z¶", true)]
    [InlineData("kind,review¶review,x y¶a,z¶", true)]
    [InlineData("kind,note" + Rows, true)]
    [InlineData("kind,note¶a,x y¶b,z w¶a,u v¶", false)]
    [InlineData("a,note" + Rows, false)]
    [InlineData("kind,a note" + Rows, false)]
    [InlineData("kind," + Rows, false)]
    [InlineData("kind,n234567890123456789012345678901234567890" + Rows, true)]
    [InlineData("kind,n2345678901234567890123456789012345678901" + Rows, false)]
    [InlineData("kind,2.5" + Rows, false)]
    [InlineData("kind,note" + Rows + "c,one¶", true)]
    [InlineData("kind,note" + Rows + "c,one¶d,two¶", false)]
    [InlineData("stars,note¶5,x y¶1,z w¶4,u v¶3,x x¶", true)]
    [InlineData("stars,note¶5,x y¶1,z w¶4,u v¶x,x x¶", false)]
    [InlineData("a,x y", false)]
    [InlineData("a,x¶b,y¶c,z", false)]
    public void AHeader_IsANameForEachColumn_UnlikeTheRowsBelow(string content, bool expected)
    {
        LabeledTexts read = Read(content, "t.csv");
        Assert.Equal(expected, read.Form.HasHeader);
        Assert.Equal(content.Split('¶').Count(line => line.Length > 0), read.Count + read.SkippedCount + (expected ? 1 : 0));
    }

    [Theory]
    [InlineData("a,x")]
    [InlineData("a,x¶b,y")]
    public void OneOrTwoRowsOfSingleWords_AreAHeaderThatSaysTooLittle(string content) => AssertRefused(
        "t.csv, line 1: can't find the label column in the header \"a\", \"x\"; name them with LabeledTextFileOptions.LabelColumns and TextColumns",
        content,
        "t.csv");

    [Theory]
    [InlineData("t.csv", "sep=;¶a;x, y¶b;z, w¶a;u, v¶b;x, x¶", ';')]
    [InlineData("t.csv", "¶ ¶sep=;¶a;x, y¶b;z, w¶a;u, v¶b;x, x¶", ';')]
    [InlineData("t.txt", "sep=;¶a;x, y¶b;z, w¶a;u, v¶b;x, x¶", ';')]
    [InlineData("t.csv", "label|text,x¶b|other, words, x x¶", '|')]
    [InlineData("t.csv", "label|text,y¶b|other, x x¶", '|')]
    [InlineData("t.txt", "label|text¶b|x x¶", '|')]
    [InlineData("t.txt", "label;text¶b;x x¶", ';')]
    [InlineData("t.txt", "label,text¶b,x x¶", ',')]
    [InlineData("t.txt", "label|text;y¶b|other; x x¶", '|')]
    [InlineData("t.txt", "a;x, y¶b;z, w¶a;u, v¶b;x, x¶", ';')]
    [InlineData("t.txt", "a,x¶b,z¶a,u v¶b,x x¶", ',')]
    [InlineData("t.txt", "a|x¶b|z¶a|u v¶b|x x¶", '|')]
    [InlineData("t.txt", "a b c d e;x y¶b;z w¶a b c d e;u v¶b;x x¶", ';')]
    public void TheSeparator_IsMarked_OrTheOneWithUsualNames_OrWithLabelsThatComeAgain(string name, string content, char expected)
    {
        LabeledTexts read = Read(content, name);
        Assert.Equal(expected, read.Form.Separator);
        Assert.Equal("b", read[^1].Label);
        Assert.EndsWith("x", read[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a b c d e f;x y¶b;z w¶a b c d e f;u v¶b;fourth¶")]
    [InlineData("a;x y¶b;z w¶c;u v¶b;fourth¶")]
    [InlineData("a;x y¶b;z w¶c;u v¶b;fourth¶a;fifth text¶")]
    public void ATextFile_IsNoTable_WhereLabelsAreLongOrDontComeAgain(string content) =>
        AssertRefused("t.txt, line 4: only the word \"b;fourth\", expected a label and a text", content, "t.txt");

    [Theory]
    [InlineData("a→x", false, "a", "x")]
    [InlineData("a→x y¶b→z→w", false, "b", "z\tw")]
    [InlineData("label→text¶b→z→w", true, "b", "z\tw")]
    [InlineData("id→label→text¶1→b→z", true, "b", "z")]
    public void AfterTheFirstTab_TabsBelongToTheText(string content, bool hasHeader, string label, string text)
    {
        LabeledTexts read = Read(content, "t.tsv");
        Assert.Equal(hasHeader, read.Form.HasHeader);
        Assert.Equal(new LabeledText(label, text), read[^1]);
    }

    [Fact]
    public void ATabSeparatedHeaderOfThreeColumns_AllowsNoOtherNumber() =>
        AssertRefused("t.tsv, line 3: 2 fields, expected 3 as in the header", "label→text→id¶b→z→w¶a→u¶b→v¶", "t.tsv");

    [Theory]
    [InlineData("id,score,text¶1,0,x y¶", 1)]
    [InlineData("¶sep=,¶id,score,text¶1,0,x y¶", 3)]
    [InlineData("¶ ¶id,score,text¶1,0,x y¶", 3)]
    public void ARefusedHeader_IsToldByItsLine(string content, int line) => AssertRefused(
        $"t.csv, line {line}: can't find the label column in the header \"id\", \"score\", \"text\"; name them with LabeledTextFileOptions.LabelColumns and TextColumns",
        content,
        "t.csv");

    private static void AssertRefused(string expected, string content, string name) =>
        Assert.Equal(expected, Assert.Throws<InvalidDataException>(() => Read(content, name)).Message);

    private static LabeledTexts Read(string content, string name) => LabeledTextFile.ReadAll(
        new MemoryStream(Encoding.UTF8.GetBytes(content.Replace('¶', '\n').Replace('→', '\t'))), name);
}
