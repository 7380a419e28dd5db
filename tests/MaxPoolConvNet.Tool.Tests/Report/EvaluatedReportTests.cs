namespace MaxPoolConvNet.Tool.Tests;

public sealed class EvaluatedReportTests(TrainedModels models) : IClassFixture<TrainedModels>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void APageOfAnEvaluation_HasItsFiguresAndTheModelsSettings()
    {
        ParsedPage page = Evaluate();

        Assert.Equal("Test on test.tsv", page.Title);
        Assert.Equal("75.0 %", page.Figure("Accuracy"));
        Assert.Equal("20", page.Rows("settings").Single(row => row[0] == "epochs")[1]);
    }

    [Fact]
    public void OfTwoLabels_TheAreaUnderTheRocCurveIsTold() =>
        Assert.Contains("The area under the ROC curve is 0.8333.", Evaluate().Section("precision-recall").Value, StringComparison.Ordinal);

    [Fact]
    public void WhatAFileDoesntKeep_IsToldToBeMissing()
    {
        ParsedPage page = Evaluate();

        foreach (string id in new[] { "learning", "duplicates", "settings" })
            Assert.Contains("Not available: the classifier was loaded from a file", page.Section(id).Value, StringComparison.Ordinal);
    }

    private ParsedPage Evaluate()
    {
        string data = _folder.Write("test.tsv", "pos\tsuperb\nneg\tsuperb\nneg\tdreadful\nneg\tso dreadful\n");
        Assert.Equal(ExitCode.Success, ToolRun.Of("evaluate", models.One, data, "--report", _folder.PathOf("page.html")).ExitCode);
        return new ParsedPage(File.ReadAllText(_folder.PathOf("page.html")));
    }
}
