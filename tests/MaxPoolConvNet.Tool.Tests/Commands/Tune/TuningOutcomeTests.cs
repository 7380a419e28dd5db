using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Commands;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Switches;
using MaxPoolConvNet.Tool.Tests.Tuning;
using MaxPoolConvNet.Tool.Tuning;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Tests.Commands.Tune;

public sealed class TuningOutcomeTests : IDisposable
{
    private static readonly Trial _defaults = Trial(0, TunerCase.Start);
    private static readonly Trial _other = Trial(1, TunerCase.Start with { Subwords = true });

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WhereTheDefaultsAreChosen_TheBestOtherIsShown_AndNoCommand()
    {
        string output = Print(Result(_defaults));

        Assert.Contains(
            "on the 4 held-out texts, after training on all others:\n  defaults  50.00 % (2)\n  trial 1   75.00 % (3)\n", output, StringComparison.Ordinal);
        Assert.Contains("; 1 texts classified correctly only with its settings, 0 only with the defaults, p = 1\n", output, StringComparison.Ordinal);
        Assert.EndsWith("no trial was better than the defaults on the validation texts: keep the defaults\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void WhereAnotherIsChosen_ItIsTheFoundOne_AndHasACommand()
    {
        string output = Print(Result(_other));

        Assert.Contains("  defaults  50.00 % (2)\n  found     75.00 % (3)\n", output, StringComparison.Ordinal);
        Assert.Contains("1 texts classified correctly only with the found settings", output, StringComparison.Ordinal);
        Assert.Contains("\nbetter than the defaults, but the difference may be chance\n", output, StringComparison.Ordinal);
        Assert.EndsWith("to train with these settings:\nmaxpool train data.tsv --tokenizer subwords --model MODEL\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "no trial was better than the defaults on the validation texts: keep the defaults")]
    [InlineData(1, "better than the defaults, but the difference may be chance")]
    public void Json_HasTheTrialThatWasCompared(int choice, string verdict)
    {
        JsonObject json = Outcome(Result(choice == 0 ? _defaults : _other)).ToJson(new ReadForm(LabeledTextFile.Read(_folder.Write("t.tsv", SmallTexts.Tab)), null));

        Assert.Equal((choice, 1), ((int)json["chosenTrial"]!, (int)json["comparedTrial"]!));
        Assert.Equal(verdict, (string?)json["comparison"]!["verdict"]);
    }

    private static Trial Trial(int number, TrialSettings settings) => new()
    {
        Number = number,
        Settings = settings,
        End = TrialEnd.Done,
        Score = new TrialScore(0.8, 0.5),
        FinalistScore = new TrialScore(0.8, 0.5),
    };

    private static TuningResult Result(Trial choice) => new()
    {
        Trials = [_defaults, _other],
        Start = _defaults,
        Choice = choice,
        Compared = _other,
        Comparison = new Comparison([true, true, false, false], [true, true, true, false]),
        Time = TimeSpan.FromSeconds(3),
    };

    private static TuningOutcome Outcome(TuningResult result)
    {
        var switches = new TrainingSwitches();
        var command = new RootCommand();
        switches.AddTo(command);
        var commands = new TrainCommandLine("data.tsv", new GivenSwitches(command.Parse([])), TunerCase.Start);
        return new TuningOutcome(result, commands, settings => settings.ToOptions(new TrainingOptions(), 1_000));
    }

    private static string Print(TuningResult result)
    {
        using var output = new MemoryStream();
        Outcome(result).Print(new ToolConsole(null, output, TextWriter.Null));
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
