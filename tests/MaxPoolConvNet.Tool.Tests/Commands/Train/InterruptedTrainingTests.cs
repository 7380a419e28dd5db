namespace MaxPoolConvNet.Tool.Tests;

[Trait("Category", "Slow")]
public sealed class InterruptedTrainingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _interruption = new();

    public void Dispose()
    {
        _folder.Dispose();
        _interruption.Dispose();
    }

    [Fact]
    public void CtrlC_SavesTheClassifierSoFar()
    {
        using var error = new WatchingWriter("epoch 5/", _interruption.Cancel);

        ToolRun run = Train(error);

        Assert.Equal(ExitCode.Cancelled, run.ExitCode);
        Assert.Contains("stopped; the classifier was trained for ", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, TextClassifier.Load(_folder.PathOf("model")).Labels.Length);
    }

    [Fact]
    public void CtrlC_AfterTraining_EndsTheTestOfASavedClassifier()
    {
        using var error = new WatchingWriter("epoch 20/20", _interruption.Cancel);

        ToolRun run = Train(error);

        Assert.Equal(ExitCode.Cancelled, run.ExitCode);
        Assert.DoesNotContain("accuracy", run.Output, StringComparison.Ordinal);
        Assert.EndsWith(
            $"stopped before the test on held-out texts; the classifier is saved to {_folder.PathOf("model")}\n",
            run.Error.ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
        Assert.Equal(2, TextClassifier.Load(_folder.PathOf("model")).Labels.Length);
    }

    [Fact]
    public void CtrlC_BeforeTheTextsAreRead_LeavesTheOldModel()
    {
        _folder.Write("model", "old");
        _interruption.Cancel();
        using var error = new StringWriter();

        ToolRun run = Train(error);

        Assert.Equal((ExitCode.Cancelled, "", ""), (run.ExitCode, run.Output, run.Error));
        Assert.Equal("old", File.ReadAllText(_folder.PathOf("model")));
    }

    [Fact]
    public void CtrlC_BeforeTheFirstEpochIsWhole_LeavesTheOldModel()
    {
        using var none = new StringWriter();
        Train(none);
        string data = _folder.Write("new.tsv", SmallTexts.Tab.Replace("neg", "new", StringComparison.Ordinal));
        using var error = new WatchingWriter("the label 'neg' has no text to train on", _interruption.Cancel); // written before training

        string model = _folder.PathOf("model");
        ToolRun run = ToolRun.Of(
            Stream.Null, error, ["train", data, "--continue", model, "--model", _folder.Write("other", "old")], new ToolConsoleOptions { Interrupted = _interruption.Token });

        Assert.Equal(ExitCode.Cancelled, run.ExitCode);
        Assert.Equal("old", File.ReadAllText(_folder.PathOf("other")));
        Assert.Contains("no model was saved", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void CtrlC_EndsACrossValidationWithoutAResult()
    {
        using var error = new WatchingWriter("epoch 5/", _interruption.Cancel);

        ToolRun run = Run(error, "cross-validate", _folder.Write("data.tsv", SmallTexts.Tab), "--folds", "2", "--json");

        Assert.Equal((ExitCode.Cancelled, ""), (run.ExitCode, run.Output));
        Assert.EndsWith("stopped before all folds were tested\n", run.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void CtrlC_EndsALearningCurveWithoutAResult()
    {
        using var error = new WatchingWriter("epoch 5/", _interruption.Cancel);

        string data = _folder.Write("data.tsv", string.Concat(Enumerable.Repeat(SmallTexts.Tab, 10)));
        ToolRun run = Run(error, "curve", data, "--folds", "2", "--json");

        Assert.Equal((ExitCode.Cancelled, ""), (run.ExitCode, run.Output));
        Assert.EndsWith("stopped before all sizes were tested\n", run.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void CtrlC_EndsAnAuditWithoutAResult()
    {
        using var error = new WatchingWriter("fold 1/2", _interruption.Cancel);

        ToolRun run = ToolRun.Of(
            Stream.Null,
            error,
            ["doctor", _folder.Write("data.tsv", SmallTexts.Tab), "--folds", "2", "--threads", "1", "--json"],
            new ToolConsoleOptions { Interrupted = _interruption.Token });

        Assert.Equal((ExitCode.Cancelled, ""), (run.ExitCode, run.Output));
        Assert.EndsWith("stopped before all folds were judged\n", run.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private ToolRun Train(TextWriter error) => Run(error, "train", _folder.Write("data.tsv", SmallTexts.Tab), "--model", _folder.PathOf("model"));

    private ToolRun Run(TextWriter error, params string[] arguments) =>
        ToolRun.Of(Stream.Null, error, [.. arguments, .. SmallTexts.Quick], new ToolConsoleOptions { Interrupted = _interruption.Token });
}
