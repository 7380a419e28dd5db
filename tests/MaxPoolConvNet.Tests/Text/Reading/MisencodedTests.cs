using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>Files whose bytes aren't of the encoding that was given, and files without a text.</summary>
public class MisencodedTests
{
    private const string Message = "aren't valid in the encoding of the file; set another encoding";

    private static readonly LabeledTextFileOptions _utf16 = new() { Encoding = "utf-16" };

    [Theory]
    [InlineData(1)]
    [InlineData(20_000)] // beyond what is read to detect the form
    public async Task ALoneSurrogate_IsRefused_AlsoWithoutBlocking(int lines)
    {
        string begin = string.Concat(Enumerable.Range(0, lines).Select(line => $"a\ttext {line}\n"));
        byte[] content = [.. Encoding.Unicode.GetBytes(begin), .. Encoding.Unicode.GetBytes("b\t"), 0, 0xD8, .. Encoding.Unicode.GetBytes("x\n")];

        string problem = Assert.Throws<InvalidDataException>(() => LabeledTextFile.ReadAll(new MemoryStream(content), "a.tsv", _utf16)).Message;
        string sameProblem = (await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (LabeledText _ in LabeledTextFile.ReadAsync(new MemoryStream(content), "a.tsv", _utf16, TestContext.Current.CancellationToken))
            {
            }
        })).Message;

        Assert.StartsWith("a.tsv, line ", problem, StringComparison.Ordinal);
        Assert.EndsWith(Message, problem, StringComparison.Ordinal);
        Assert.EndsWith(Message, sameProblem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("label\ttext\nx\t\ny\t \n", "a.tsv: all texts in the file are empty")]
    [InlineData("label\ttext\n", "a.tsv: no labeled text in the file")]
    public void AFileWithoutATextWithWords_IsRefused(string content, string problem) => Assert.Equal(
        problem, Assert.Throws<InvalidDataException>(() => LabeledTextFile.ReadAll(new MemoryStream(Encoding.UTF8.GetBytes(content)), "a.tsv")).Message);

    [Fact]
    public void Columns_MayBeSetBackToTheDefault()
    {
        var options = new LabeledTextFileOptions { LabelColumns = ["a"], TextColumns = ["b"] };
        var ofRows = new LabeledTextRowsOptions { LabelColumns = ["a"], TextColumns = ["b"] };

        (options.LabelColumns, options.TextColumns) = (null, null);
        (ofRows.LabelColumns, ofRows.TextColumns) = (null, null);

        Assert.Null(options.LabelColumns);
        Assert.Null(options.TextColumns);
        Assert.Null(ofRows.LabelColumns);
        Assert.Null(ofRows.TextColumns);
    }
}
