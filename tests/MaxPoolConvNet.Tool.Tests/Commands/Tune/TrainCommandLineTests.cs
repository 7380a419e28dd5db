using System.CommandLine;
using MaxPoolConvNet.Tool.Commands;
using MaxPoolConvNet.Tool.Switches;
using MaxPoolConvNet.Tool.Tuning;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Tests.Commands.Tune;

public sealed class TrainCommandLineTests : IDisposable
{
    private const int Texts = 1_000;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("--dropout 0.3 --optimizer adam --widths 2")]
    [InlineData("--vectors FILE")]
    [InlineData("--vectors FILE --architecture static")]
    public void TheSwitches_MakeTheSettings(string given)
    {
        string[] words = given.Replace("FILE", _folder.Write("vectors.txt", "a 0.1 0.2\nfilm 0.3 0.4\n"), StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        TrainingOptions start = Read(words, out GivenSwitches switches);
        var settings = TrialSettings.Of(start);
        var space = new SearchSpace(settings, new SearchScope { HasVectors = start.Network.Embedding?.Vectors is not null, FixedSwitches = switches.Names });
        var commands = new TrainCommandLine("data.tsv", switches, settings);
        var random = new RandomDraws(3);
        for (int n = 0; n < 50; n++)
        {
            TrialSettings drawn = space.Draw(random, _ => true)!;
            TrainingOptions expected = drawn.ToOptions(start, Texts);

            string line = commands.For(drawn, expected);

            Assert.StartsWith("maxpool train data.tsv ", line, StringComparison.Ordinal);
            Assert.EndsWith(" --model MODEL", line, StringComparison.Ordinal);
            TrainingOptions made = Read(line.Split(' ')[3..^2], out _);
            Assert.Equal(Settings(expected), Settings(TrialSettings.Of(made).ToOptions(made, Texts)));
        }
    }

    [Fact]
    public void TheDefaults_NeedNoSwitch()
    {
        TrainingOptions start = Read([], out GivenSwitches given);
        var settings = TrialSettings.Of(start);

        string line = new TrainCommandLine("my data.tsv", given, settings).For(settings, settings.ToOptions(start, Texts));
        Assert.Equal("maxpool train 'my data.tsv' --model MODEL", line);
    }

    [Theory]
    [InlineData("data/a-1.tsv", "data/a-1.tsv")]
    [InlineData("a b", "'a b'")]
    [InlineData("it's", "'it'\\''s'")]
    [InlineData("$HOME", "'$HOME'")]
    [InlineData("", "''")]
    public void AWord_IsQuotedWhereAShellNeedsIt(string word, string quoted) => Assert.Equal(quoted, ShellWord.Of(word));

    private static string Settings(TrainingOptions options) =>
        $"{TrainingSettings.ToJson(options).ToJsonString()} {options.Network.Embedding?.Kind} {options.Network.Embedding?.Vectors?.Count}";

    private static TrainingOptions Read(string[] words, out GivenSwitches given)
    {
        var switches = new TrainingSwitches();
        var command = new RootCommand();
        switches.AddTo(command);
        ParseResult parsed = command.Parse(words);
        Assert.Empty(parsed.Errors);
        given = new GivenSwitches(parsed);
        return switches.Read(parsed);
    }
}
