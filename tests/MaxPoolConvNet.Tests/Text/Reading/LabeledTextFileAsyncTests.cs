using System.IO.Compression;
using System.Text;
using CsCheck;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>Reading a stream that is read asynchronously gives what reading it synchronously gives: texts or an error.</summary>
public class LabeledTextFileAsyncTests
{
    private static readonly LabeledTextFileOptions _default = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a.tsv", "spam\tbuy now\n\nham\thello\n")]
    [InlineData("a.txt", "spam buy now\nham hello\n")]
    [InlineData("a.txt", "__label__spam buy now\n__label__ham hello\n")]
    [InlineData("a.csv", "label,text\r\nspam,\"buy\r\n\r\n \"\"now\"\"\"\r\n\r\nham,hello")]
    [InlineData("a.csv", "\"label\",\"the\n\ntext\"\nspam,buy now\nham,hello\n")]
    [InlineData("a.csv", "label,text\nspam,\"buy\n\n")]
    [InlineData("a.csv", "label,text\nspam,\"buy\n\" now\n")]
    [InlineData("a.csv", "\"label,text\nspam,buy\n")]
    [InlineData("a.csv", "label,text\n")]
    [InlineData("a.tsv", "spam\tbuy now\nham hello\n")]
    [InlineData("a.tsv", "")]
    [InlineData("a.tsv", "\uFEFF")]
    [InlineData("a.tsv", "\uFEFFa\tx")]
    [InlineData("a.tsv", "\uFEFF\uFEFFa\tx")]
    [InlineData("a.txt", "0 x\n1 x\n2 x\n3 x\n4 x\n5 x\n6 x\n7 x\n8 x\n9 x")]
    public async Task ReadAsync_GivesTheSameForAnyBlocksOfTheStream(string name, string content)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(content);
        foreach (int block in new[] { 1, 2, 3, 100 })
        {
            await AssertAlikeAsync(bytes, name, block);
            await AssertAlikeAsync(Pack(bytes), name, block);
        }
    }

    [Fact]
    public async Task ReadAsync_ReadsLongLinesAndManyBlocks()
    {
        string text = string.Concat(Enumerable.Repeat("long \u4E2D\u00E9\U0001F600 ", 20_000)).Trim();
        byte[] content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20).Select(line => $"label{line % 3}\t{text}\r\n")));
        await AssertAlikeAsync(content, "reviews.tsv", 100_000);
        await AssertAlikeAsync(content, "reviews.tsv", 7_919);
        await AssertAlikeAsync(Pack(content), "reviews.tsv", 97);
    }

    [Fact]
    public async Task ReadAsync_GivesTheSameForAnyCsvFile() =>
        await Gen.Select(Gen.String[Gen.Char["ab\",\r\n"], 0, 40], Gen.Int[1, 9]).SampleAsync(
            async (content, block) => await AssertAlikeAsync(Encoding.UTF8.GetBytes("label,text\n" + content), "a.csv", block));

    [Fact]
    public async Task ReadAsync_RefusesGzipThatIsCutOffAnywhere()
    {
        byte[] packed = Pack("a\tx\nb\ty\n"u8.ToArray());
        for (int length = 2; length < packed.Length; length++)
        {
            await AssertAlikeAsync(packed[..length], "reviews.tsv", 1);
            await AssertAlikeAsync([.. packed, .. packed[..length]], "reviews.tsv", 5);
        }
    }

    [Fact]
    public async Task ReadAsync_ReadsWhileEnumeratingAndLeavesTheStreamOpen()
    {
        byte[] content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 100_000).Select(line => $"label\ttext {line}\n")));
        await using var stream = new AsyncOnlyStream(content, 4_096);

        await foreach (LabeledText text in LabeledTextFile.ReadAsync(stream, "reviews.tsv", _default, Token))
        {
            Assert.Equal("text 0", text.Text);
            break;
        }

        Assert.InRange(stream.Given, 1, 70_000);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task ReadAsync_EndsWhenCancelled()
    {
        using var cancel = new CancellationTokenSource();
        await using var stream = new AsyncOnlyStream("a\tx\nb\ty\n"u8.ToArray(), 4);
        int read = 0;

        await Assert.ThrowsAsync<OperationCanceledException>(async () =>
        {
            await foreach (LabeledText text in LabeledTextFile.ReadAsync(stream, "reviews.tsv", null, cancel.Token))
            {
                read++;
                await cancel.CancelAsync();
            }
        });

        Assert.Equal(1, read);
    }

    [Fact]
    public void ReadAsync_ChecksItsArgumentsAtOnce()
    {
        using MemoryStream stream = new();
        Assert.Throws<ArgumentNullException>(() => LabeledTextFile.ReadAsync(null!, "x", null, Token));
        Assert.Throws<ArgumentException>(() => LabeledTextFile.ReadAsync(stream, "", null, Token));
        Assert.Throws<ArgumentException>(() => LabeledTextFile.ReadAsync(stream, "x", new() { LabelColumns = [" "] }, Token));
        stream.Dispose();
        Assert.Throws<ArgumentException>(() => LabeledTextFile.ReadAsync(stream, "x", null, Token));
    }

    private static async Task AssertAlikeAsync(byte[] content, string name, int block)
    {
        await using var stream = new AsyncOnlyStream(content, block);
        List<LabeledText> found = [];
        string? error = null;
        try
        {
            await foreach (LabeledText text in LabeledTextFile.ReadAsync(stream, name, _default, Token))
                found.Add(text);
        }
        catch (InvalidDataException thrown)
        {
            error = thrown.Message;
        }

        (List<LabeledText> expected, string? expectedError) = Read(content, name);
        Assert.Equal(expected, found);
        Assert.Equal(expectedError, error);
    }

    private static (List<LabeledText> Texts, string? Error) Read(byte[] content, string name)
    {
        List<LabeledText> texts = [];
        try
        {
            texts.AddRange(LabeledTextFile.Read(new MemoryStream(content), name));
        }
        catch (InvalidDataException thrown)
        {
            return (texts, thrown.Message);
        }

        return (texts, null);
    }

    private static byte[] Pack(byte[] content)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal))
            gzip.Write(content);
        return packed.ToArray();
    }
}
