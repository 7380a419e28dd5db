namespace MaxPoolConvNet.Tool.Tests;

public sealed class CurveTests : IDisposable
{
    private static readonly string _texts = string.Concat(Enumerable.Range(0, 200).Select(t => t % 2 == 0 ? $"pos\ta superb film, {t}\n" : $"neg\ta dreadful film, {t}\n"));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void PointsAndForecasts_AreShown()
    {
        string data = _folder.Write("t.tsv", _texts);
        ToolRun run = ToolRun.Of(["curve", data, "--folds", "2", .. SmallTexts.Quick]);
        ToolRun json = ToolRun.Of(["curve", data, "--folds", "2", "--json", .. SmallTexts.Quick]);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Matches("\n100 +1.0000 ", run.Output.ReplaceLineEndings("\n"));
        Assert.Contains("twice as many texts would bring about 0.0 points of accuracy", run.Output, StringComparison.Ordinal);
        Assert.Equal(100, json.Json.GetProperty("points").EnumerateArray().Last().GetProperty("texts").GetInt32());
        Assert.Equal([200, 400], json.Json.GetProperty("forecasts").EnumerateArray().Select(point => point.GetProperty("texts").GetInt32()));
    }

    [Fact]
    public void TheReport_HasAPlotAndATable()
    {
        string page = _folder.PathOf("curve.html");
        ToolRun run = ToolRun.Of(["curve", _folder.Write("t.tsv", _texts), "--folds", "2", "--report", page, .. SmallTexts.Quick]);
        var parsed = new ParsedPage(File.ReadAllText(page));

        Assert.Contains($"report saved to {page}", run.Output, StringComparison.Ordinal);
        Assert.Equal("Learning curve of t.tsv", parsed.Title);
        Assert.Single(parsed.Plots);
        Assert.Equal(["measured", "measured", "measured", "forecast", "forecast"], parsed.Rows("curve").Select(row => row[^1]));
    }

    [Fact]
    public void FewTexts_HaveNoForecast()
    {
        ToolRun run = ToolRun.Of(["curve", _folder.Write("t.tsv", string.Concat(_texts.Split('\n').Take(60).Select(line => line + "\n"))), "--folds", "2", .. SmallTexts.Quick]);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("too few texts for a forecast", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void TooFewTexts_AreAnError()
    {
        ToolRun run = ToolRun.Of("curve", _folder.Write("t.tsv", SmallTexts.Tab));

        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("the 24 texts leave 19 to train on in each of 5 folds; at least 20 were expected", run.Error, StringComparison.Ordinal);
    }
}
