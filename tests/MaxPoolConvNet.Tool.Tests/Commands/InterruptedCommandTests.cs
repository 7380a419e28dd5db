namespace MaxPoolConvNet.Tool.Tests;

public sealed class InterruptedCommandTests(TrainedModels models) : IClassFixture<TrainedModels>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _interruption = new();

    public void Dispose()
    {
        _folder.Dispose();
        _interruption.Dispose();
    }

    [Theory]
    [InlineData("train", "PIPE", "--model", "OUT")]
    [InlineData("cross-validate", "PIPE")]
    [InlineData("tune", "PIPE")]
    [InlineData("evaluate", "MODEL", "PIPE")]
    [InlineData("gradient-check", "MODEL", "PIPE")]
    [InlineData("inspect", "PIPE")]
    [InlineData("predict", "MODEL", "PIPE")]
    [InlineData("explain", "MODEL", "--file", "PIPE")]
    public async Task CtrlC_EndsWhatWaitsForAFile(params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no named pipes among the files");
        string pipe = _folder.MakePipe("pipe");
        string[] given = [.. arguments.Select(one => one switch { "MODEL" => models.One, "PIPE" => pipe, "OUT" => _folder.PathOf("new.safetensors"), _ => one })];
        using var error = new StringWriter();

        Task<ToolRun> running = Task.Run(
            () => ToolRun.Of(Stream.Null, error, given, new ToolConsoleOptions { Interrupted = _interruption.Token }), TestContext.Current.CancellationToken);
        await using var writer = new FileStream(pipe, FileMode.Open, FileAccess.Write); // opens once it is read from
        await _interruption.CancelAsync();

        ToolRun run = await running;
        Assert.Equal((ExitCode.Cancelled, "", ""), (run.ExitCode, run.Output, run.Error));
    }

    [Theory]
    [InlineData("evaluate")]
    [InlineData("gradient-check")]
    public void CtrlC_LeavesNoResult(string command)
    {
        _interruption.Cancel();
        using var error = new StringWriter();

        ToolRun run = ToolRun.Of(Stream.Null, error, [command, models.One, models.Data, "--json"], new ToolConsoleOptions { Interrupted = _interruption.Token });

        Assert.Equal((ExitCode.Cancelled, "", ""), (run.ExitCode, run.Output, run.Error));
    }
}
