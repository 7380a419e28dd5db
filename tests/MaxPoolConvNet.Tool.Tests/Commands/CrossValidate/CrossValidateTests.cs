using System.Text.Json;

namespace MaxPoolConvNet.Tool.Tests;

public sealed class CrossValidateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheAccuracyOfEachFold_IsPrinted()
    {
        ToolRun run = Run("--folds", "3");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.StartsWith("tab-separated, no header, label column 1, text column 2, UTF-8, 24 texts, 2 labels: neg 12, pos 12\n24 texts (neg 12, pos 12) in 3 folds\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("accuracy of each fold: 100.0 %, 100.0 %, 100.0 %\naccuracy 100.00 %, standard deviation over the folds 0.00 %", run.Output, StringComparison.Ordinal);
        Assert.Contains("fold 3/3  epoch 20/20", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_HasAnEvaluationForEachFold()
    {
        JsonElement json = Run("--folds", "4", "--json").Json;

        Assert.Equal((1, 0), (json.GetProperty("accuracy").GetDouble(), json.GetProperty("accuracyStandardDeviation").GetDouble()));
        Assert.Equal(12, json.GetProperty("labels").GetProperty("neg").GetInt32());
        Assert.True(json.GetProperty("wordsPerSecond").GetDouble() > 0);
        Assert.Equal(1, json.GetProperty("settings").GetProperty("batchSize").GetInt32());
        Assert.Equal("One", json.GetProperty("settings").GetProperty("labelsPerText").GetString());
        Assert.Equal([6, 6, 6, 6], json.GetProperty("folds").EnumerateArray().Select(fold => fold.GetProperty("texts").GetInt32()));
    }

    [Theory]
    [InlineData("1", "--folds is '1'; a whole number from 2 to 2147483647 was expected")]
    [InlineData("25", "there are 24 texts, fewer than the 25 folds")]
    public void AWrongNumberOfFolds_IsTold(string folds, string message) => Run("--folds", folds, "--json").AssertError(message);

    [Fact]
    public void LabelsRarerThanTheFolds_AreNamed_AndTestedAllTheSame()
    {
        string data = _folder.Write("rare.tsv", SmallTexts.Tab + "meh\tso so\nodd\tneither nor\nodd\tneither fish nor fowl\n");
        string[] arguments = ["cross-validate", data, .. SmallTexts.Quick, "--folds", "3"];

        ToolRun run = ToolRun.Of(arguments);
        JsonElement json = ToolRun.Of([.. arguments, "--json"]).Json;

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("labels with fewer texts than folds: 'meh' (1), 'odd' (2); ", run.Error, StringComparison.Ordinal);
        Assert.Contains("\nmeh ", run.Output, StringComparison.Ordinal);
        Assert.Equal(["meh", "odd"], json.GetProperty("rareLabels").EnumerateArray().Select(label => label.GetString()));
        Assert.Equal(27, json.GetProperty("folds").EnumerateArray().Sum(fold => fold.GetProperty("texts").GetInt32()));
        Assert.DoesNotContain("fewer texts", Run("--folds", "3").Error, StringComparison.Ordinal);
    }

    private ToolRun Run(params string[] arguments) =>
        ToolRun.Of(["cross-validate", _folder.Write("data.tsv", SmallTexts.Tab), .. SmallTexts.Quick, .. arguments]);
}
