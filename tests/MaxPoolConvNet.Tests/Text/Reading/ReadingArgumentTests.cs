using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>Arguments and options of what reads texts.</summary>
public class ReadingArgumentTests
{
    private static Stream Texts => new MemoryStream("a\nb\n"u8.ToArray());

    [Fact]
    public void APathOrStreamThatIsMissing_IsNamed()
    {
        Assert.Throws<ArgumentException>("path", () => LabeledTextFile.Read(""));
        Assert.Throws<ArgumentNullException>("path", () => LabeledTextFile.Read((string)null!));
        Assert.Throws<ArgumentNullException>("stream", () => TextFile.Read(null!, "a.txt"));
        Assert.Throws<ArgumentException>("name", () => TextFile.Read(Texts, ""));
    }

    [Fact]
    public void AStreamThatCannotBeRead_IsNamed()
    {
        var closed = new MemoryStream();
        closed.Dispose();

        Assert.StartsWith("The stream a.txt can't be read.", Assert.Throws<ArgumentException>("stream", () => TextFile.Read(closed, "a.txt")).Message, StringComparison.Ordinal);
        Assert.StartsWith("The stream a.csv can't be read.", Assert.Throws<ArgumentException>("stream", () => LabeledTextFile.Read(closed, "a.csv")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OptionsThatAreWrong_AreRefusedBeforeTheFirstText()
    {
        Assert.ThrowsAny<ArgumentException>(() => TextFile.Read(Texts, "a.txt", new TextFileOptions { Format = (TextFileFormat)9 }));
        Assert.ThrowsAny<ArgumentException>(() => TextFile.Read(Texts, "a.txt", new TextFileOptions { Encoding = "cp12x2" }));
        Assert.ThrowsAny<ArgumentException>(() => TextFile.Read(Texts, "a.txt", new TextFileOptions { TextColumns = [" "] }));
        Assert.ThrowsAny<ArgumentException>(() => LabeledTextFile.Read("a.csv", new LabeledTextFileOptions { Encoding = "cp12x2" }));
    }

    [Fact]
    public void OptionsOfTables_AreNotForLines()
    {
        TextFileOptions[] wrong =
        [
            new() { Format = TextFileFormat.Lines, TextColumns = ["text"] },
            new() { Format = TextFileFormat.Lines, Separator = ';' },
            new() { Format = TextFileFormat.Lines, HasHeader = false },
        ];
        Assert.All(wrong, options => Assert.Equal(
            "TextColumns, Separator and HasHeader are for tables and JSON, but the format is Lines",
            Assert.Throws<ArgumentException>(() => TextFile.Read(Texts, "a.txt", options)).Message));
        Assert.Equal(["a", "b"], TextFile.Read(Texts, "a.txt", new TextFileOptions { Format = TextFileFormat.Lines }));
    }

    [Fact]
    public void AColumnForBoth_IsRefused() => Assert.Contains(
        "the column \"b\" is named for both the label and the text; ",
        Assert.Throws<InvalidDataException>(() => Read("a,b\nx,y z\n", new LabeledTextFileOptions { LabelColumns = ["b"], TextColumns = ["2"] })).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("label\ttext\nx\ty z\n", LabeledTextFormat.TabSeparated)]
    [InlineData("label,text\nx,y z\n", LabeledTextFormat.Csv)]
    [InlineData("label\ttext\nx\t\"y\tz\"\nx\t\"a\tb\"\n", LabeledTextFormat.Csv)] // quotes that are needed
    public void TheForm_IsThatOfTheTable(string content, LabeledTextFormat format) => Assert.Equal(format, Read(content).Form.Format);

    [Fact]
    public void SeveralColumnsOfTexts_AreTold() => Assert.Equal(
        "comma-separated, header, label column \"label\", text columns \"title\", \"body\", UTF-8",
        Read("title,body,label\na,b c,x\n", new LabeledTextFileOptions { TextColumns = ["title", "body"] }).Form.ToString());

    [Theory]
    [InlineData("comment")]
    [InlineData("tweet")]
    [InlineData("body")]
    [InlineData("title")]
    [InlineData("description")]
    [InlineData("id")]
    public void AUsualNameOfAnyColumn_MakesAHeader(string name)
    {
        LabeledTexts texts = Read($"{name}\tkind\nso good\tx\nso bad\ty\n", new LabeledTextFileOptions { TextColumns = ["1"], LabelColumns = ["2"] });

        Assert.True(texts.Form.HasHeader);
        Assert.Equal([new LabeledText("x", "so good"), new LabeledText("y", "so bad")], texts);
    }

    private static LabeledTexts Read(string content, LabeledTextFileOptions? options = null) =>
        LabeledTextFile.ReadAll(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content)), content.Contains('\t') ? "a.tsv" : "a.csv", options);
}
