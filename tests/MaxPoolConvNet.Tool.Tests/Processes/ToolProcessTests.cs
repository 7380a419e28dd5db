using System.Diagnostics;

namespace MaxPoolConvNet.Tool.Tests;

[Trait("Category", "Slow")]
public sealed class ToolProcessTests(TrainedModels models) : IClassFixture<TrainedModels>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WithJson_StandardOutputIsOneObject()
    {
        ToolRun run = await ToolProcess.RunAsync(["train", models.Data, "--model", _folder.PathOf("model"), "--json", .. SmallTexts.Quick]);

        Assert.Equal((ExitCode.Success, 22), (run.ExitCode, run.Json.GetProperty("texts").GetInt32()));
        Assert.Contains("epoch 20/20", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BadInput_IsOneLineAndAnExitCode() => (await ToolProcess.RunAsync("predict", models.One, "nowhere")).AssertError("There is no file nowhere");

    [Fact]
    public async Task StandardInputThatEndsAtOnce_IsNoPrediction()
    {
        ToolRun run = await ToolProcess.RunAsync("predict", models.One);

        Assert.Equal((ExitCode.Success, "", ""), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task StandardOutputInAFileOfTheCommand_IsTold()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no sh");
        string texts = _folder.Write("t.txt", "superb\n");
        string page = _folder.PathOf("page.html");

        (await ToolProcess.RunInShellAsync($">>{texts}", "predict", models.One, texts))
            .AssertError($"standard output is the same file as FILE {texts}, which the command reads");
        (await ToolProcess.RunInShellAsync($">>{texts} <{texts}", "predict", models.One))
            .AssertError("standard output is the same file as standard input, which the command reads");
        (await ToolProcess.RunInShellAsync($">{page}", "explain", models.One, "superb", "--html", page))
            .AssertError($"standard output is the same file as --html {page}, which the command writes as well");
        (await ToolProcess.RunInShellAsync($"<{texts}", "explain", models.One, "--file", "-", "--html", texts))
            .AssertError($"--html {texts} is the same file as standard input");
        Assert.Equal("superb\n", File.ReadAllText(texts));
    }

    [Theory]
    [InlineData("<&-", "predict", "standard input is closed; pass the file of texts")]
    [InlineData("<&- >&-", "predict", "standard input is closed; pass the file of texts")]
    [InlineData(">&-", "inspect", "standard output is closed")]
    public async Task AClosedStandardFile_IsTold(string redirections, string command, string message)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no sh");

        (await ToolProcess.RunInShellAsync(redirections, command, models.One)).AssertError(message);
    }

    [Fact]
    public async Task ClosedStandardError_StopsNoTraining()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no sh");

        ToolRun run = await ToolProcess.RunInShellAsync("2>&-", ["train", models.Data, "--model", _folder.PathOf("model"), "--json", .. SmallTexts.Quick]);

        Assert.Equal((ExitCode.Success, 22), (run.ExitCode, run.Json.GetProperty("texts").GetInt32()));
    }

    [Fact]
    public async Task ALine_IsAnsweredBeforeTheNextIsThere()
    {
        using Process process = ToolProcess.Start("predict", models.One);
        foreach (string word in new[] { "superb", "dreadful", "so" })
        {
            await process.StandardInput.WriteAsync($"{word}\n".AsMemory(), Cancellation);
            await process.StandardInput.FlushAsync(Cancellation);

            Assert.EndsWith($"\t{word}", await process.StandardOutput.ReadLineAsync(Cancellation), StringComparison.Ordinal);
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync(Cancellation);
        Assert.Equal(ExitCode.Success, process.ExitCode);
    }

    [Fact]
    public async Task AReaderThatHasSeenEnough_EndsItQuietly()
    {
        using Process process = ToolProcess.Start("predict", models.One);
        Task writing = WriteUntilClosedAsync(process.StandardInput);
        await process.StandardOutput.ReadLineAsync(Cancellation);
        process.StandardOutput.Close();

        string error = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        await writing;

        Assert.Equal((ExitCode.OutputClosed, ""), (process.ExitCode, error));
    }

    [Theory]
    [InlineData("predict")]
    [InlineData("explain", "--file", "-")]
    public async Task CtrlC_EndsWhatWaitsForInput(string command, params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no kill to send the signal");
        using Process process = ToolProcess.Start([command, models.One, .. arguments]);
        await process.StandardInput.WriteAsync("superb\n".AsMemory(), Cancellation);
        await process.StandardInput.FlushAsync(Cancellation);
        await process.StandardOutput.ReadLineAsync(Cancellation);

        using Process kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await process.WaitForExitAsync(Cancellation);

        Assert.Equal((ExitCode.Cancelled, ""), (process.ExitCode, await process.StandardError.ReadToEndAsync(Cancellation)));
    }

    [Theory]
    [InlineData("INT", ExitCode.Cancelled)]
    [InlineData("TERM", ExitCode.Terminated)]
    [InlineData("HUP", ExitCode.HungUp)]
    public async Task ASignal_EndsATrainingWithTheBestModelSoFar(string signal, int exitCode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no kill to send the signal");
        using var folder = new TemporaryFolder();
        string model = folder.PathOf("model.safetensors");
        using Process process = ToolProcess.Start(
            "train", models.Data, "--model", model, "--epochs", "10000", "--networks", "1", "--calibration", "none", "--hold-out", "0");
        Assert.StartsWith("epoch 1/", await process.StandardError.ReadLineAsync(Cancellation), StringComparison.Ordinal);

        using Process kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        Task<string> error = process.StandardError.ReadToEndAsync(Cancellation);
        string output = await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);

        Assert.Equal(exitCode, process.ExitCode);
        Assert.Contains("stopped; the classifier was trained for ", await error, StringComparison.Ordinal);
        Assert.Contains($"saved to {model}", output, StringComparison.Ordinal);
        Assert.Equal("pos", TextClassifier.Load(model).Predict("superb").Label);
        Assert.Empty(Directory.GetFiles(folder.PathOf(""), "*.new"));
    }

    [Fact]
    public async Task ASignalThatIsIgnored_StaysIgnored()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no nohup");
        using var folder = new TemporaryFolder();
        string model = folder.PathOf("model.safetensors");
        using var process = Process.Start(new ProcessStartInfo(
            "sh", ["-c", "trap '' HUP; exec \"$@\"", "sh", .. ToolProcess.Command(["train", models.Data, "--model", model, "--epochs", "100", "--networks", "1"])])
        {
            RedirectStandardError = true, RedirectStandardOutput = true,
        })!;
        await process.StandardError.ReadLineAsync(Cancellation);

        using Process kill = Process.Start("kill", ["-HUP", $"{process.Id}"]);
        Task<string> error = process.StandardError.ReadToEndAsync(Cancellation);
        await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);

        Assert.Equal(ExitCode.Success, process.ExitCode);
        Assert.Contains("epoch 100/100", await error, StringComparison.Ordinal);
    }

    private static async Task WriteUntilClosedAsync(StreamWriter input)
    {
        try
        {
            while (true)
                await input.WriteAsync("a superb film\n".AsMemory(), Cancellation);
        }
        catch (IOException)
        {
            // the process is gone
        }
    }
}
