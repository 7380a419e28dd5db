using System.Text.Json;

namespace MaxPoolConvNet.Tool.Tests;

public sealed class CompareTests(TrainedModels models) : IClassFixture<TrainedModels>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AClassifierAndItself_DoNotDiffer()
    {
        ToolRun run = ToolRun.Of("compare", models.One, models.One, models.Data);

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Contains("accuracy  1.0000  1.0000  ", run.Output, StringComparison.Ordinal);
        Assert.Contains("the second is not significantly worse (McNemar's exact test: p = 1.0000; level 0.05)", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("another label", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AWorseClassifier_FailsTheGate()
    {
        string worse = Worse();
        string page = _folder.PathOf("page.html");

        ToolRun run = ToolRun.Of("compare", models.One, worse, models.Data, "--texts", "1", "--html", page);
        ToolRun json = ToolRun.Of("compare", models.One, worse, models.Data, "--json");

        Assert.Equal((ExitCode.CheckFailed, ""), (run.ExitCode, run.Error));
        Assert.Contains("the second is significantly worse", run.Output, StringComparison.Ordinal);
        Assert.Contains("24 texts got another label\n\n1: now wrong; the label is pos\na superb film, 0\n  first  pos: \"superb\" +", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\n2: now wrong", run.Output, StringComparison.Ordinal);
        var parsed = new ParsedPage(File.ReadAllText(page));
        Assert.Equal(24, parsed.Sections.Count);
        Assert.StartsWith("1: now wrong; the label is pos", parsed.Section("text-1").Value, StringComparison.Ordinal);
        Assert.Equal(ExitCode.CheckFailed, json.ExitCode);
        Assert.True(json.Json.GetProperty("isSignificantlyWorse").GetBoolean());
        Assert.Equal(24, json.Json.GetProperty("onlyFirstCorrect").GetInt32());
        Assert.Equal(24, json.Json.GetProperty("changedTexts").GetArrayLength());
        Assert.Equal("a superb film, 0", json.Json.GetProperty("changedTexts")[0].GetProperty("content").GetString());
        Assert.Equal(JsonValueKind.Null, json.Json.GetProperty("trainingTextsOfFirst").ValueKind);
    }

    [Fact]
    public void AMargin_AllowsTheDifference() =>
        Assert.Equal(ExitCode.Success, ToolRun.Of("compare", models.One, Worse(), models.Data, "--margin", "1").ExitCode);

    [Fact]
    public void TrainingTextsAmongThem_AreCounted()
    {
        string model = _folder.PathOf("remembers");
        Assert.Equal(ExitCode.Success, ToolRun.Of(["train", models.Data, "--model", model, "--hold-out", "0", "--remember-texts", .. SmallTexts.Quick]).ExitCode);

        ToolRun run = ToolRun.Of("compare", models.One, model, models.Data);

        Assert.Equal("the second classifier was trained on 24 of these texts, which makes it look better than it is\n", run.Error.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void ModelsOfOtherLabels_AreCompared()
    {
        string other = _folder.PathOf("other");
        ToolRun.Of(["train", _folder.Write("other.txt", SmallTexts.Tab.Replace("pos", "yes", StringComparison.Ordinal)), "--model", other, .. SmallTexts.Quick]);

        ToolRun run = ToolRun.Of("compare", models.One, other, models.Data);

        Assert.Equal(ExitCode.CheckFailed, run.ExitCode);
        Assert.Contains("labels that only the first has: pos", run.Output, StringComparison.Ordinal);
        Assert.Contains("labels that only the second has: yes", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void OneAndSeveralLabelsPerText_CanNotBeCompared() => ToolRun.Of("compare", models.One, models.Several, models.Data)
        .AssertError("only the second classifier gives a text several labels; the same of both was expected");

    [Theory]
    [InlineData("--level", "0")]
    [InlineData("--margin", "2")]
    [InlineData("--texts", "-1")]
    public void Numbers_OutOfRange(string name, string number) =>
        Assert.Equal(ExitCode.BadInput, ToolRun.Of("compare", models.One, models.One, models.Data, name, number).ExitCode);

    [Fact]
    public void AnEmptyFile_IsNamed() =>
        Assert.Equal(ExitCode.BadInput, ToolRun.Of("compare", models.One, models.One, _folder.Write("empty.csv", "")).ExitCode);

    /// <summary>A model that has learned the labels the wrong way round.</summary>
    private string Worse()
    {
        string model = _folder.PathOf("worse");
        string texts = SmallTexts.Tab.Replace("pos", "x", StringComparison.Ordinal).Replace("neg", "pos", StringComparison.Ordinal).Replace("x\t", "neg\t", StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, ToolRun.Of(["train", _folder.Write("worse.txt", texts), "--model", model, "--hold-out", "0", .. SmallTexts.Quick]).ExitCode);
        return model;
    }
}
