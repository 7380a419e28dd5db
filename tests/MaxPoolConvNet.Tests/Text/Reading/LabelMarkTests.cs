using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>Lines by hand, such as "spam: a text". ¶ stands for a line end.</summary>
public class LabelMarkTests
{
    [Theory]
    [InlineData("good: a film¶bad: a, b: film¶good: so", "a colon")]
    [InlineData("good, a film¶bad, a dull, long film¶good, so¶bad, no", "a comma")]
    [InlineData("good; a; film¶  bad; dull¶¶good; so", "a semicolon")]
    [InlineData("good | a film¶bad | a, b | film¶good | so¶bad| so", "a bar")]
    [InlineData("good : a film¶bad: a dull film¶good  :  so", "a colon")]
    [InlineData("good| a|film¶bad| dull¶good| so", "a bar")]
    public void AMarkAfterEveryLabel_IsNotPartOfIt(string content, string mark)
    {
        LabeledTexts read = Read(content);

        Assert.Equal(["bad", "good"], read.Select(text => text.Label).Distinct().Order(StringComparer.Ordinal));
        Assert.All(read, text => Assert.Equal(text.Text.Trim(), text.Text));
        Assert.Equal($"label and text with {mark} and a space between them, UTF-8", read.Form.ToString());
    }

    [Theory]
    [InlineData("Customer Service: late: again¶Product: so good¶Customer Service: loud¶Product: nice", "Customer Service", "a colon")]
    [InlineData("Customer Service: late: again¶Product Quality: so good¶Customer Service: loud¶Product Quality: nice", "Customer Service", "a colon")]
    [InlineData("not spam | a | b¶spam | c¶not spam | d¶spam | e¶", "not spam", "a bar")]
    [InlineData("a b c d e; x, y¶z; y, z¶a b c d e; z¶z; x¶", "a b c d e", "a semicolon")]
    [InlineData("好评：很好¶差评： 不好¶", "好评", "'：'")]
    public void LabelsBeforeAMark_MayHaveSeveralWords(string content, string label, string mark)
    {
        LabeledTexts read = Read(content);

        Assert.Equal(label, read[0].Label);
        Assert.Equal(2, read.Select(text => text.Label).Distinct().Count());
        Assert.All(read, text => Assert.Equal(text.Text.Trim(), text.Text));
        Assert.Equal($"label and text with {mark} and a space between them, UTF-8", read.Form.ToString());
    }

    [Theory]
    [InlineData("a b c d e f; x¶z; y¶a b c d e f; z¶z; x¶")] // six words
    [InlineData("a b: x¶c d: y¶a b: z")] // too few that recur
    [InlineData("spam Subject: x¶ham Subject: y¶spam Subject: z¶ham Subject: w")] // a mark of the texts
    [InlineData("pos superb, x¶neg dreadful, y¶pos superb, z¶neg dreadful, w")]
    public void BeforeAMark_SentencesAreNoLabels(string content) => Assert.Equal("label and text with a space between them, UTF-8", Read(content).Form.ToString());

    [Theory]
    [InlineData("good: a film¶bad a dull film¶good: so")] // not after every one
    [InlineData("good: a film¶bad, a dull film¶good: so")] // different ones
    [InlineData("good. a film¶bad. a dull film¶good. so")] // another one
    [InlineData(": a film¶: a dull film¶: so")] // no label before it
    [InlineData("good: a film")] // a single line
    [InlineData("good :a film¶bad :a dull film")] // in front of a word
    [InlineData("a :¶b :")] // no text after it
    [InlineData("good - a film¶bad - a dull film")] // a dash may be a minus
    public void OtherMarks_StayInTheirLabels(string content)
    {
        LabeledTexts read = Read(content);

        Assert.Equal(content.Split('¶').Select(line => line.Split(' ')[0]), read.Select(text => text.Label));
        Assert.Equal("label and text with a space between them, UTF-8", read.Form.ToString());
    }

    [Fact]
    public void OfTheFormThatIsGiven_MarksStay()
    {
        LabeledTexts read = Read("a: b c¶b: c d", new LabeledTextFileOptions { Format = LabeledTextFormat.SpaceSeparated });

        Assert.Equal(["a:", "b:"], read.Select(text => text.Label));
    }

    /// <summary>Beyond the lines that decide.</summary>
    [Theory]
    [InlineData("bad")]
    [InlineData(":")]
    public void ALaterLineWithoutTheMark_IsRefused(string label)
    {
        string marked = string.Concat(Enumerable.Range(0, 5_000).Select(line => $"{(line % 2 == 0 ? "good" : "bad")}: some words of line {line}¶"));

        Assert.Equal(
            "t.txt, line 5001: no label with a colon after it, as in the lines before; "
            + "if their labels are the first words, set LabeledTextFileOptions.Format to SpaceSeparated",
            Assert.Throws<InvalidDataException>(() => Read($"{marked}{label} and more")).Message);
    }

    /// <summary>Three rows are enough where the separator isn't one that texts have in every line.</summary>
    [Theory]
    [InlineData("good;a film¶bad;a dull film¶good;so", "semicolon-separated, no header, label column 1, text column 2, UTF-8")]
    [InlineData("a fine film|good¶a dull film|bad¶so nice|good", "bar-separated, no header, label column 2, text column 1, UTF-8")]
    [InlineData("good a, film¶bad a, dull film¶good so, so", "label and text with a space between them, UTF-8")]
    public void AFewRows_AreATable(string content, string expected) => Assert.Equal(expected, Read(content).Form.ToString());

    private static LabeledTexts Read(string content, LabeledTextFileOptions? options = null) =>
        LabeledTextFile.ReadAll(new MemoryStream(Encoding.UTF8.GetBytes(content.Replace('¶', '\n'))), "t.txt", options);
}
