namespace MaxPoolConvNet.Tool.Tests;

public class HelpTests
{
    public static TheoryData<string> Commands { get; } = ["train", "evaluate", "cross-validate", "tune", "predict", "explain", "inspect", "gradient-check"];

    [Fact]
    public void WithoutACommand_TheCommandsAreListed()
    {
        ToolRun run = ToolRun.Of();

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        foreach (string command in Commands.Select(row => row.Data))
            Assert.Contains($"  {command} ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void EachCommandsHelp_TellsItsExitCodes(string command)
    {
        ToolRun run = ToolRun.Of(command, "--help");

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Contains($"maxpool {command} ", run.Output.Replace("testhost", "maxpool", StringComparison.Ordinal).Replace("MaxPoolConvNet.Tool.Tests", "maxpool", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(ExitCode.Description, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCode.Success)]
    [InlineData(ExitCode.CheckFailed)]
    [InlineData(ExitCode.BadInput)]
    [InlineData(ExitCode.Cancelled)]
    [InlineData(ExitCode.OutputClosed)]
    public void EachExitCode_IsDescribed(int code) => Assert.Contains($"\n  {code} ", ExitCode.Description.ReplaceLineEndings("\n"), StringComparison.Ordinal);

    [Fact]
    public void AnUnknownCommand_IsNamed() => ToolRun.Of("frobnicate").AssertError("'frobnicate' isn't known; maxpool --help lists the commands");

    [Fact]
    public void AnUnknownSwitch_IsNamed() => ToolRun.Of("inspect", "model", "--frobnicate").AssertError("'--frobnicate' isn't a switch of inspect; maxpool inspect --help lists them");

    [Fact]
    public void ATextWithoutQuotes_IsTold() => ToolRun.Of("explain", "model", "not", "bad").AssertError("'bad' is an argument too many for explain; what has spaces stands in quotes");
}
