namespace MaxPoolConvNet.Tool.Tests;

[Trait("Category", "Slow")]
public sealed class HostileReportTests : IDisposable
{
    private const string Script = "<script>alert('1')</script>&amp;\"'";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void LabelsAndTexts_AreNoMarkup()
    {
        ParsedPage page = Train(t => $"{Label(t)}\t{Script} {(t % 2 == 0 ? "superb" : "dreadful")} {Script} {t % 5}\n");

        Assert.DoesNotContain("<script", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(page.Rows("labels"), row => row[0] == Label(0));
        Assert.Contains(Script, page.Section("mistakes").Value, StringComparison.Ordinal);

        static string Label(int t) => t % 3 == 0 ? "<b>" + Script : "]]>" + Script;
    }

    [Fact]
    public void CharactersThatXmlHasnt_AreReplaced()
    {
        ParsedPage page = Train(t => $"{(t % 3 == 0 ? "a\u0001\uFFFFb" : "c\u001B[31m")}\t\u0002 superb \uFFFE {t % 4}\n");

        Assert.Contains(page.Rows("labels"), row => row[0] == "a\uFFFD\uFFFDb");
        Assert.DoesNotContain('\u001B', page.Text);
    }

    [Fact]
    public void LongLabelsAndTexts_AreShortenedInPlotsAndMistakes()
    {
        string word = new('x', 400);
        ParsedPage page = Train(t => $"{(t % 3 == 0 ? "one" : "two")}-{word}\t{string.Concat(Enumerable.Repeat(word + " ", 60))}{t}\n");

        Assert.All(page.Plots, plot => Assert.DoesNotContain(word, plot.Value, StringComparison.Ordinal));
        Assert.Contains("one-xxxxxxxx…", string.Concat(page.Plots.Select(plot => plot.Value)), StringComparison.Ordinal);
        Assert.InRange(page.Text.Length, 0, 500_000);
    }

    [Fact]
    public void MoreLabelsThanFit_AreShownByTheirConfusions()
    {
        ParsedPage page = Train(t => $"label{t % 40:00}\tword{(t % 3 == 0 ? t * 7 : t) % 40} film\n", texts: 400);

        Assert.Contains(" of 40 labels, those of the most frequent confusions", page.Section("confusion").Value, StringComparison.Ordinal);
        Assert.Contains("The 10 of 40 labels", page.Section("precision-recall").Value, StringComparison.Ordinal);
        Assert.Equal(42, page.Rows("labels").Length);
    }

    [Fact]
    public void AFolderThatIsntThere_IsToldBeforeTheTraining()
    {
        string data = _folder.Write("data.tsv", SmallTexts.Tab);

        ToolRun.Of("train", data, "--model", _folder.PathOf("model"), "--report", _folder.PathOf("nowhere/page.html")).AssertError("There is no folder ");
        Assert.False(File.Exists(_folder.PathOf("model")));
    }

    private ParsedPage Train(Func<int, string> line, int texts = 30)
    {
        string data = _folder.Write("data.tsv", string.Concat(Enumerable.Range(0, texts).Select(line)));
        ToolRun run = ToolRun.Of(["train", data, "--format", "tab", "--hold-out", "0.4", "--model", _folder.PathOf("model"), "--report", _folder.PathOf("page.html"), .. SmallTexts.Quick]);
        Assert.Equal(("", ExitCode.Success), (run.ExitCode == ExitCode.Success ? "" : run.Error, run.ExitCode));
        return new ParsedPage(File.ReadAllText(_folder.PathOf("page.html")));
    }
}
