namespace MaxPoolConvNet.Tool.Tests;

public sealed class LiveDisplayTests : IDisposable
{
    private const string MovesTheCursor = "\u001b[1A";
    private const string Coloured = "\u001b[3";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void InATerminal_TheTableIsWrittenOver()
    {
        ToolRun run = Train(new ToolConsoleOptions { IsTerminal = true, Colors = true });

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("accuracy", run.Error, StringComparison.Ordinal);
        Assert.Contains("20/20", run.Error, StringComparison.Ordinal);
        Assert.Contains(MovesTheCursor, run.Error, StringComparison.Ordinal);
        Assert.Equal(22, run.Json.GetProperty("texts").GetInt32());
    }

    [Fact]
    public void WithoutColours_TheTableHasNone()
    {
        ToolRun run = Train(new ToolConsoleOptions { IsTerminal = true });

        Assert.Contains("20/20", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Coloured, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ACrossValidation_HasARowForEachFold()
    {
        using var error = new StringWriter();
        ToolRun run = ToolRun.Of(
            Stream.Null, error, ["cross-validate", _folder.Write("data.tsv", SmallTexts.Tab), "--folds", "2", .. SmallTexts.Quick], new ToolConsoleOptions { IsTerminal = true });

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("fold", run.Error, StringComparison.Ordinal);
    }

    private ToolRun Train(ToolConsoleOptions options)
    {
        using var error = new StringWriter();
        return ToolRun.Of(
            Stream.Null, error, ["train", _folder.Write("data.tsv", SmallTexts.Tab), "--model", _folder.PathOf("model"), "--json", .. SmallTexts.Quick], options);
    }
}
