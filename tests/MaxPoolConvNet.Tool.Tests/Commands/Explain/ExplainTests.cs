using System.Text.Json;

namespace MaxPoolConvNet.Tool.Tests;

public sealed class ExplainTests(TrainedModels models) : IClassFixture<TrainedModels>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AText_IsExplainedAsTheLibraryDoes()
    {
        ToolRun run = ToolRun.Of("explain", models.One, "a superb film");

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Equal($"{TextClassifier.Load(models.One).Explain("a superb film")}\n\n", run.Output);
    }

    [Fact]
    public void ALabel_IsAskedFor() => Assert.Equal("neg", ToolRun.Of("explain", models.One, "superb", "--label", "neg", "--json").Json.GetProperty("label").GetString());

    [Fact]
    public void Json_IsALineForEachText()
    {
        ToolRun run = ToolRun.OfInput("superb film\ndreadful\n", "explain", models.One, "--file", "-", "--json");

        JsonElement[] lines = [.. run.Lines.Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(["pos", "neg"], lines.Select(line => line.GetProperty("label").GetString()));
        Assert.Equal(["superb film", "dreadful"], lines.Select(line => line.GetProperty("text").GetString()));
        Assert.Equal(["superb", "film"], lines[0].GetProperty("words").EnumerateArray().Select(word => word.GetProperty("text").GetString()));
        double sum = lines[0].GetProperty("windows").EnumerateArray().Sum(window => window.GetProperty("contribution").GetDouble()) + lines[0].GetProperty("bias").GetDouble();
        Assert.Equal(lines[0].GetProperty("logit").GetDouble(), sum, 1e-5);
    }

    [Fact]
    public void APage_IsThatOfTheLibrary()
    {
        ToolRun.Of("explain", models.One, "superb", "--html", _folder.PathOf("page.html"));

        Assert.Equal(TextClassifier.Load(models.One).Explain("superb").ToHtml(), File.ReadAllText(_folder.PathOf("page.html")));
    }

    [Fact]
    public void APageIsReplacedOnceItIsWhole()
    {
        string page = _folder.Write("page.html", "the page of yesterday");
        byte[] texts = [.. "superb\ndreadful\ncaf"u8, 0xE9, (byte)'\n'];

        ToolRun run = ToolRun.Of("explain", models.One, "--file", _folder.Write("t.txt", texts), "--html", page);

        Assert.Equal((ExitCode.BadInput, "the page of yesterday"), (run.ExitCode, File.ReadAllText(page)));
        Assert.Single(Directory.GetFiles(_folder.PathOf(""), "page*"));
    }

    [Fact]
    public void APageThatCannotBeWritten_IsToldBeforeTheTextsAreRead() =>
        ToolRun.Of("explain", models.One, "--file", "nowhere.txt", "--html", Path.GetTempPath()).AssertError("is a folder; a file was expected");

    [Fact]
    public void APageOfSeveralTexts_HasThemAll()
    {
        ToolRun.Of("explain", models.One, "--file", _folder.Write("t.txt", "superb\n<b>dreadful\nsuperb\n"), "--html", _folder.PathOf("page.html"));

        string page = File.ReadAllText(_folder.PathOf("page.html"));
        Assert.Equal(3, page.Split("<p>").Length - 1);
        Assert.Contains("<p><b>neg</b> (", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>dreadful", page, StringComparison.Ordinal);
        Assert.EndsWith("</html>\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void ALabelOnAPageOfSeveralTexts_IsNoMarkup_AndHasNoControlCharacters()
    {
        string data = string.Concat(Enumerable.Range(0, 12).Select(t => t % 2 == 0 ? "<i>\u001B[31m\tsuperb film\n" : "neg\tdreadful\n"));
        string model = _folder.PathOf("model");
        ToolRun.Of(["train", _folder.Write("d.tsv", data), "--model", model, "--hold-out", "0", .. SmallTexts.Quick]);

        ToolRun.Of("explain", model, "--file", _folder.Write("t.txt", "superb\nsuperb\n"), "--html", _folder.PathOf("page.html"));

        string page = File.ReadAllText(_folder.PathOf("page.html"));
        Assert.Contains("<p><b>&lt;i&gt;\uFFFD[31m</b> (", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001B', page);
    }

    [Fact]
    public void InATerminal_WordsAreColoured()
    {
        using var error = new StringWriter();

        ToolRun run = ToolRun.Of(Stream.Null, error, ["explain", models.One, "superb"], new ToolConsoleOptions { IsTerminal = true, Colors = true });

        Assert.Equal($"{TextClassifier.Load(models.One).Explain("superb").ToTerminal()}\n\n", run.Output);
    }

    [Fact]
    public void WithoutAText_OneIsAskedFor() => ToolRun.Of("explain", models.One).AssertError("either a text or --file FILE was expected");

    [Fact]
    public void AnUnknownLabel_IsTold() => ToolRun.Of("explain", models.One, "superb", "--label", "meh").AssertError("--label is 'meh'; one of neg, pos was expected");
}
