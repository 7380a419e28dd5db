using System.Text.Json;

namespace MaxPoolConvNet.Tool.Tests;

public sealed class EvaluateTests(TrainedModels models) : IClassFixture<TrainedModels>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheAccuracy_IsThatOfTheFile()
    {
        ToolRun run = ToolRun.Of("evaluate", models.One, _folder.Write("t.tsv", "pos\tsuperb\nneg\tsuperb\nneg\tdreadful\nneg\tso dreadful\n"));

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("tab-separated, no header, label column 1, text column 2, UTF-8, 4 texts, 2 labels: neg 3, pos 1\naccuracy 0.7500 (3 of 4 texts)\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("actual \\ predicted", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_IsTheReport() =>
        Assert.Equal(1, ToolRun.Of("evaluate", models.One, models.Data, "--json").Json.GetProperty("accuracy").GetDouble());

    [Fact]
    public void Json_NamesTheReport()
    {
        string page = _folder.PathOf("page.html");

        Assert.Equal(page, ToolRun.Of("evaluate", models.One, models.Data, "--report", page, "--json").Json.GetProperty("report").GetString());
        Assert.Equal(JsonValueKind.Null, ToolRun.Of("evaluate", models.One, models.Data, "--json").Json.GetProperty("report").ValueKind);
    }

    [Fact]
    public void SeveralLabelsAText_HaveNoMatrix()
    {
        ToolRun run = ToolRun.Of("evaluate", models.Several, _folder.Write("t.txt", SmallTexts.Several));

        Assert.Contains("accuracy 1.0000", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("actual", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownLabel_CountsAsWrong_AndIsNamed()
    {
        string texts = _folder.Write("t.tsv", "pos\tsuperb\nmeh\tso so\n");
        string page = _folder.PathOf("page.html");

        ToolRun run = ToolRun.Of("evaluate", models.One, texts, "--report", page);
        JsonElement json = ToolRun.Of("evaluate", models.One, texts, "--json").Json;

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("accuracy 0.5000 (1 of 2 texts)", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 text counted as wrong, with the label 'meh', which training didn't have", run.Output, StringComparison.Ordinal);
        Assert.Equal("meh", Assert.Single(json.GetProperty("unseenLabels").EnumerateArray()).GetString());
        Assert.Contains("1 label not in the training texts, such as <bdi class=\"label\">meh</bdi>", File.ReadAllText(page), StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownLabelAmongSeveral_CountsAsWrong()
    {
        string texts = _folder.Write("t.txt", "__label__pos __label__odd a superb film\n__label__pos a superb film\n");

        ToolRun run = ToolRun.Of("evaluate", models.Several, texts, "--report", _folder.PathOf("page.html"));

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("accuracy 0.5000 (1 of 2 texts)", run.Output, StringComparison.Ordinal);
        Assert.Contains("with the label 'odd', which training didn't have", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingModel_IsNamed() => ToolRun.Of("evaluate", "nowhere", models.Data).AssertError("There is no file nowhere to read a model from.");

    [Fact]
    public void AFolder_IsNoModel() => ToolRun.Of("evaluate", _folder.PathOf(""), models.Data).AssertError($"{_folder.PathOf("")} is a folder; a model file was expected");

    [Fact]
    public void ALineBreakInAPath_DoesNotCutTheMessage() =>
        ToolRun.Of("evaluate", models.One, "no\nsuch.csv").AssertError("There is no file no such.csv to read labeled texts from.");

    [Fact]
    public void AFileThatIsNoModel_IsNamed() => ToolRun.Of("evaluate", models.Data, models.Data).AssertError($"{models.Data}: not a model");

    [Fact]
    public void ADamagedModel_IsNamed()
    {
        byte[] bytes = File.ReadAllBytes(models.One);
        bytes[^100] ^= 1;

        ToolRun.Of("evaluate", _folder.Write("damaged", bytes), models.Data).AssertError("damaged: ");
    }
}
