using System.CommandLine;
using MaxPoolConvNet.Tool.Commands;

namespace MaxPoolConvNet.Tool.Tests;

public class HelpTests
{
    public static TheoryData<string> Commands { get; } = ["train", "evaluate", "cross-validate", "doctor", "tune", "predict", "explain", "inspect", "convert", "export", "gradient-check"];

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
    public void EachCommandsHelp_ShowsItsExitCodes(string command)
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
    public void AnUnknownCommand_IsNamed() => ToolRun.Of("frobnicate").AssertError("'frobnicate' isn't a command; maxpool --help lists the commands");

    [Fact]
    public void AnUnknownSwitch_IsNamed() => ToolRun.Of("inspect", "model", "--frobnicate").AssertError("'--frobnicate' isn't an option of inspect; maxpool inspect --help all lists the options");

    [Fact]
    public void ATextWithoutQuotes_IsRefused() => ToolRun.Of("explain", "model", "not", "bad").AssertError("explain has one argument too many, 'bad'; put a text with spaces in quotes");

    [Theory]
    [InlineData("'trian' isn't a command; did you mean train?", "trian", "data.tsv")]
    [InlineData("'--modle' isn't an option of train; did you mean --model?", "train", "data.tsv", "--modle", "m")]
    [InlineData("'--lable-column' isn't an option of train; did you mean --label-column?", "train", "data.tsv", "--lable-column", "x")]
    public void AMisspelledWord_IsCorrected(string message, params string[] arguments) => ToolRun.Of(arguments).AssertError(message);

    [Fact]
    public void TrainsHelp_ShowsEightSwitchesFirstAndAllOnRequest()
    {
        string[] some = ["--model", "--vectors", "--report", "--learning-rate", "--checkpoint"];
        string first = ToolRun.Of("train", "--help").Output;
        string all = ToolRun.Of("train", "--help", "all").Output;

        Assert.Equal(8, first.Split('\n').Count(line => line.StartsWith("  --", StringComparison.Ordinal)));
        Assert.Contains("more options: maxpool train --help all", first, StringComparison.Ordinal);
        Assert.DoesNotContain("--learning-rate ", first, StringComparison.Ordinal);
        Assert.All(some, name => Assert.Contains($"  {name} ", all, StringComparison.Ordinal));
        Assert.DoesNotContain("more options", all, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "all")]
    [InlineData("train", "data.tsv", "--help", "all")]
    [InlineData("train", "--modle", "--help")]
    public void Help_IsShownWhateverElseIsGiven(params string[] arguments)
    {
        ToolRun run = ToolRun.Of(arguments);

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Contains(ExitCode.Description, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void EachHelp_FitsOnLinesAndItsUsualSwitchesExist(string name)
    {
        var command = (ToolCommand)new MaxPoolCommand(new ToolConsole(null, Stream.Null, TextWriter.Null)).Subcommands.Single(command => command.Name == name);

        Assert.All(command.UsualSwitches, usual => Assert.Contains(command.Options, option => option.Name == usual));
        Assert.All(command.Options.Concat<Symbol>(command.Arguments), symbol => Assert.InRange(symbol.Description?.Length ?? 0, 1, 120));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Examples_AreCommandLinesThatAreUnderstood(string name)
    {
        var root = new MaxPoolCommand(new ToolConsole(null, Stream.Null, TextWriter.Null));
        var command = (ToolCommand)root.Subcommands.Single(command => command.Name == name);

        Assert.NotEmpty(command.Examples);
        Assert.All(command.Examples, example =>
        {
            ParseResult parsed = root.Parse(example[(example.IndexOf("maxpool ", StringComparison.Ordinal) + "maxpool ".Length)..]);
            Assert.Empty(parsed.Errors);
            Assert.Empty(parsed.UnmatchedTokens);
            Assert.Equal(name, parsed.CommandResult.Command.Name);
        });
    }

    [Fact]
    public void WordsAreCompletedByTheShell()
    {
        ToolRun commands = ToolRun.Of("[suggest:2]", "tr");
        ToolRun words = ToolRun.Of("[suggest:18]", "train --optimizer ");

        Assert.Contains("train", commands.Output, StringComparison.Ordinal);
        Assert.Contains("adadelta", words.Output, StringComparison.Ordinal);
    }
}
