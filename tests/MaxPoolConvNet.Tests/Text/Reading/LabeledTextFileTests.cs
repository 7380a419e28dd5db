using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class LabeledTextFileTests
{
    [Theory]
    [InlineData("a.tsv", "spam\tbuy now\nham\thello\n")]
    [InlineData("a.txt", "spam buy now\nham hello\n")]
    [InlineData("a.txt", "__label__spam buy now\n__label__ham hello\n")]
    [InlineData("a.csv", "label,text\nspam,buy now\nham,hello\n")]
    [InlineData("A.CSV.GZ", "label,text\nspam,buy now\nham,hello\n")]
    [InlineData("a.csv", "TEXT,Category\nbuy now,spam\nhello,ham")]
    public void Read_DetectsTheFormat(string name, string content) =>
        Assert.Equal([new LabeledText("spam", "buy now"), new LabeledText("ham", "hello")], Parse(content, name: name));

    [Fact]
    public void Read_ReadsTheFileAtThePath()
    {
        using TemporaryFile file = new("reviews.tsv", "good\ta film\n"u8.ToArray());
        Assert.Equal([new LabeledText("good", "a film")], LabeledTextFile.Read(file.Path));
    }

    [Fact]
    public void Read_StopsWhenItIsCancelled()
    {
        using TemporaryFile file = new("t.tsv", "a\tb\n"u8.ToArray());
        using FileStream stream = File.OpenRead(file.Path);
        var cancelled = new CancellationToken(canceled: true);

        Assert.Throws<OperationCanceledException>(() => LabeledTextFile.Read(file.Path, cancellationToken: cancelled));
        Assert.Throws<OperationCanceledException>(() => LabeledTextFile.ReadAll(stream, "t.tsv", cancellationToken: cancelled));
    }

    [Fact]
    public void Read_NamesTheMissingFile()
    {
        FileNotFoundException error = Assert.Throws<FileNotFoundException>(() => LabeledTextFile.Read("nowhere/reviews.tsv"));
        Assert.Equal("There is no file nowhere/reviews.tsv to read labeled texts from.", error.Message);
        Assert.Equal("nowhere/reviews.tsv", error.FileName);
    }

    [Fact]
    public void Read_NamesTheLineWithoutALabel() =>
        AssertError("reviews.tsv, line 3: no label before the text", "good\ta film\n\n\ta film without\n");

    [Fact]
    public void Read_NamesTheLineWithoutATab() =>
        AssertError("reviews.tsv, line 2: no tab between a label and a text", "good\ta film\ngood a film\n");

    [Fact]
    public void Read_NamesTheLineOfOneWord() =>
        AssertError("reviews.tsv, line 2: only the word \"bad\", expected a label and a text", "good film\nbad \n");

    [Fact]
    public void Read_NamesTheLineWithALabelTwice() =>
        AssertError(
            "reviews.tsv, line 2: the label __label__a occurs twice",
            "__label__a x__label__y\n__label__a x __label__a y");

    [Theory]
    [InlineData("__label__a x\ny x__label__a", "reviews.tsv, line 2: no label before the text, expected __label__ and a label")]
    [InlineData("__label__ x", "reviews.tsv, line 1: no label after __label__")]
    public void Read_NamesTheFastTextLineWithoutALabel(string content, string message) => AssertError(message, content);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\r\n\n")]
    [InlineData("\uFEFF")]
    public void Read_RefusesAFileWithoutTexts(string content) => AssertError("reviews.tsv: no labeled text in the file", content);

    [Fact]
    public void Read_TrimsLabelsAndTexts() =>
        Assert.Equal([new LabeledText("a b", "c  d")], Parse(" a b \t  c  d \u00A0\r\n"));

    [Theory]
    [InlineData("a\t\nb\t \nc\tx\n")]
    [InlineData("__label__a\n__label__b  \n__label__c x")]
    public void Read_SkipsEmptyTexts(string content)
    {
        using TemporaryFile file = new("texts.txt", Encoding.UTF8.GetBytes(content));
        LabeledTexts texts = LabeledTextFile.Read(file.Path);

        Assert.Equal([new LabeledText("c", "x")], texts);
        Assert.Equal(2, texts.SkippedCount);
    }

    [Fact]
    public void Read_EndsLinesAtLineFeedsOnly()
    {
        IReadOnlyList<LabeledText> texts = Parse("a\tx\u0085y\u2028z\rw\r\nb\tv\r\r\n");
        Assert.Equal([new LabeledText("a", "x\u0085y\u2028z\rw"), new LabeledText("b", "v")], texts);
    }

    [Fact]
    public void Read_SkipsAByteOrderMark() => Assert.Equal([new LabeledText("a", "\uFEFFx")], Parse("\uFEFFa\t\uFEFFx"));

    /// <summary>ÿ stands for the byte.</summary>
    [Theory]
    [InlineData("\uFEFFa\tx\nb\tyÿt\n", 10, "yét")]
    [InlineData("a\tx\nb\ta soupÿ is hot", 12, "soupé")]
    [InlineData("a\tx\nbÿ", 5, "bé")]
    [InlineData("a\tx\nb\tabcdefghijklmnopqrstuvwxyzÿabcdefghijklmnopqrstuvwxyz", 32, "ghijklmnopqrstuvwxyzéabcdefghijklmnopqrs")]
    public void Read_NamesTheByteThatIsNotUtf8AndItsWordInWindows1252(string content, int offset, string word)
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(content[..content.IndexOf('ÿ', StringComparison.Ordinal)]), 0xE9, .. Encoding.UTF8.GetBytes(content[(content.IndexOf('ÿ', StringComparison.Ordinal) + 1)..])];

        AssertError(
            $"reviews.tsv, line 2: the byte 0xE9 at offset {offset} is not UTF-8; if the word is \"{word}\", set LabeledTextFileOptions.Encoding "
            + "to windows-1252; if not, the file may be in windows-1250 (Central Europe), windows-1251 (Cyrillic), gb18030 (Chinese) or shift_jis (Japanese)",
            bytes);
    }

    [Fact]
    public void Read_CountsTheOffsetOfABadByteOverManyBlocks()
    {
        byte[] line = [.. "label\t"u8, .. Enumerable.Repeat((byte)'x', 1000), (byte)'\n'];
        byte[] content = [.. Enumerable.Repeat(line, 500).SelectMany(bytes => bytes), .. "label\t"u8, 0xC3, (byte)'\n'];
        string message = Assert.Throws<InvalidDataException>(() => Parse(content)).Message;
        Assert.StartsWith($"reviews.tsv, line 501: the byte 0xC3 at offset {content.Length - 2} is not", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ReadsLatin1WhereAskedFor()
    {
        byte[] content = [.. "0 caf"u8, 0xE9, 0x20, 0x85, .. " x\n"u8];
        Assert.Equal(
            [new LabeledText("0", "caf\u00E9 \u0085 x")],
            Parse(content, new LabeledTextFileOptions { Encoding = "latin1" }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100_000)]
    public void ReadFrom_GivesTheSameForAnyBlocksOfTheStream(int block)
    {
        string longText = string.Concat(Enumerable.Repeat("long \u4E2D\u00E9\U0001F600 ", 20_000)).Trim();
        string content = $"\uFEFFa\tx\r\nb\t{longText}\r\nc\t\u00E9";
        using TricklingStream stream = new(Encoding.UTF8.GetBytes(content), block);
        Assert.Equal(
            [new LabeledText("a", "x"), new LabeledText("b", longText), new LabeledText("c", "\u00E9")],
            LabeledTextFile.Read(stream, "reviews.tsv"));
    }

    [Fact]
    public void ReadFrom_LeavesTheStreamOpenAndReadsWhileEnumerating()
    {
        using MemoryStream stream = new("a\tx\nno tab\n"u8.ToArray());
        using (IEnumerator<LabeledText> texts = LabeledTextFile.Read(stream, "reviews.tsv").GetEnumerator())
        {
            Assert.True(texts.MoveNext());
            Assert.Equal(new LabeledText("a", "x"), texts.Current);
            Assert.Throws<InvalidDataException>(() => texts.MoveNext());
        }
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void ReadFrom_ChecksItsArgumentsAtOnce()
    {
        using MemoryStream stream = new();
        Assert.Throws<ArgumentNullException>(() => LabeledTextFile.Read(null!, "x"));
        Assert.Throws<ArgumentException>(() => LabeledTextFile.Read(stream, ""));
        Assert.Throws<ArgumentException>(() => LabeledTextFile.Read(stream, "x", new() { LabelColumns = [" "] }));
        Assert.Throws<ArgumentException>(() => LabeledTextFile.Read(stream, "x", new() { LabelColumns = ["a"], TextColumns = ["A"] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => LabeledTextFile.Read(stream, "x", new() { Format = (LabeledTextFormat)9 }));
        Assert.Throws<ArgumentException>(() => LabeledTextFile.Read(stream, "x", new() { Encoding = "no-such" }));
        stream.Dispose();
        Assert.Throws<ArgumentException>(() => LabeledTextFile.Read(stream, "x"));
    }

    [Fact]
    public void Read_SharesTheStringsOfLabels()
    {
        IReadOnlyList<LabeledText> texts = Parse("a\tx\na\ty\n");
        Assert.Same(texts[0].Label, texts[1].Label);
    }

    private static IReadOnlyList<LabeledText> Parse(string content, string name) =>
        [.. LabeledTextFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(content)), name)];

    private static IReadOnlyList<LabeledText> Parse(string content) => Parse(content, "reviews.tsv");

    private static IReadOnlyList<LabeledText> Parse(byte[] content, LabeledTextFileOptions? options = null) =>
        [.. LabeledTextFile.Read(new MemoryStream(content), "reviews.tsv", options)];

    private static void AssertError(string message, string content) => AssertError(message, Encoding.UTF8.GetBytes(content));

    private static void AssertError(string message, byte[] content) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => Parse(content)).Message);
}
