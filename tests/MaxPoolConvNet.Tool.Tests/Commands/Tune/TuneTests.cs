using System.Text.Json;

namespace MaxPoolConvNet.Tool.Tests.Commands.Tune;

/// <summary>Real trainings, by a clock that goes on by ten microseconds whenever somebody looks at it.</summary>
[Trait("Category", "Slow")]
public sealed class TuneTests : IDisposable
{
    private static readonly string[] _words = ["good", "fine", "superb", "bad", "poor", "dreadful"];

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _interruption = new();

    public void Dispose()
    {
        _folder.Dispose();
        _interruption.Dispose();
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void TheResult_IsATableAComparisonAndACommand()
    {
        ToolRun run = Tune();

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal("tab-separated, no header, label column 1, text column 2, UTF-8, 240 texts, 2 labels: neg 118, pos 122", run.Lines[0]);
        Assert.StartsWith("173 training texts (neg 85, pos 88), 43 validation texts, 24 held-out texts", run.Lines[1], StringComparison.Ordinal);
        Assert.Contains("the defaults\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("on the 24 held-out texts, after training on all others", run.Output, StringComparison.Ordinal);
        Assert.Contains(" points, 95 % interval ", run.Output, StringComparison.Ordinal);
        Assert.Contains("than the defaults", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("maxpool train ", run.Lines[^1], StringComparison.Ordinal);
        Assert.Contains("trial 0  accuracy ", run.Error, StringComparison.Ordinal);
        Assert.Contains("final training and test of the defaults", run.Error, StringComparison.Ordinal);
        Assert.Contains("final training and test of the best settings found", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void TheCommand_GivesTheFiguresOfTheComparison()
    {
        JsonElement json = Tune("--json").Json;

        string command = json.GetProperty("command").GetString()!.Replace("MODEL", _folder.PathOf("model"), StringComparison.Ordinal);
        JsonElement trained = ToolRun.Of([.. command.Split(' ')[1..], "--json"]).Json;

        Assert.Equal(json.GetProperty("comparison").GetProperty("foundAccuracy").GetDouble(), trained.GetProperty("evaluation").GetProperty("accuracy").GetDouble(), 12);
        Assert.Equal(24, json.GetProperty("comparison").GetProperty("texts").GetInt32());
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Json_HasAllTrials()
    {
        ToolRun run = Tune("--json");

        JsonElement[] trials = [.. run.Json.GetProperty("trials").EnumerateArray()];
        Assert.Equal(run.Error.Split('\n').Count(line => line.StartsWith("trial ", StringComparison.Ordinal)), trials.Length);
        Assert.True(trials.Length > 2);
        Assert.Equal(Enumerable.Range(0, trials.Length), trials.Select(trial => trial.GetProperty("trial").GetInt32()));
        Assert.Equal((20, 1), (trials[0].GetProperty("settings").GetProperty("epochs").GetInt32(), trials[0].GetProperty("settings").GetProperty("batchSize").GetInt32()));
        Assert.Equal(0.5, trials[0].GetProperty("settings").GetProperty("dropout").GetDouble());
        Assert.True(trials[0].GetProperty("oneNetwork").GetProperty("loss").GetDouble() > 0);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void WhatIsGiven_StaysAsItIs()
    {
        ToolRun run = Tune("--json", "--dropout", "0.1", "--widths", "2");

        Assert.All(run.Json.GetProperty("trials").EnumerateArray(), trial =>
        {
            Assert.Equal(0.1, trial.GetProperty("settings").GetProperty("dropout").GetDouble());
            Assert.Equal([2], trial.GetProperty("settings").GetProperty("widths").EnumerateArray().Select(width => width.GetInt32()));
        });
        Assert.Contains(" --dropout 0.1 --widths 2 ", run.Json.GetProperty("command").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void SeveralLabels_AreSearchedToo()
    {
        string data = _folder.Write("several.txt", string.Concat(Enumerable.Repeat(SmallTexts.Several, 10)));

        ToolRun run = Run(["tune", data, "--json", "--threads", "1", "--filters", "10", "--budget", "2s"]);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.True(run.Json.GetProperty("trials").GetArrayLength() > 1);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void InATerminal_TheTableIsWrittenOver()
    {
        ToolRun run = Tune(new ToolConsoleOptions { IsTerminal = true, Time = Clock });

        Assert.Contains("best so far", run.Error, StringComparison.Ordinal);
        Assert.Matches("\u001b\\[[0-9]A", run.Error);
    }

    [Fact]
    public void CtrlC_EndsTheSearchWithWhatThereIs()
    {
        using var error = new WatchingWriter("trial 2 ", _interruption.Cancel);

        ToolRun run = Tune(new ToolConsoleOptions { Time = Clock, Interrupted = _interruption.Token }, error);

        Assert.Equal(ExitCode.Cancelled, run.ExitCode);
        Assert.Contains("3 trials in ", run.Output, StringComparison.Ordinal);
        Assert.Contains("not tested on held-out texts; the figures above are too optimistic", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void CtrlC_BeforeTheFirstTrial_FindsNothing()
    {
        int looks = 0;
        var clock = new ManualTime(seen: () =>
        {
            if (++looks == 3) _interruption.Cancel(); // in the search: the first look is before the texts are read
        });

        ToolRun run = Tune(new ToolConsoleOptions { Time = clock, Interrupted = _interruption.Token });

        Assert.Equal(ExitCode.Cancelled, run.ExitCode);
        Assert.Contains("there are no results", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--budget soon", "--budget is 'soon'; a time up to 1000h was expected, such as 90s, 10m or 2h")]
    [InlineData("--budget 0s", "--budget is '0s'; a time up to 1000h was expected")]
    [InlineData("--budget 5d", "--budget is '5d'; a time up to 1000h was expected")]
    [InlineData("--budget 0.02", "--budget is 0.02s; one training takes about ")]
    [InlineData("--hold-out 0", "there are no held-out texts to compare the found settings with the defaults")]
    [InlineData("--filters 0", "--filters is '0'; a whole number from 1 to 100000 was expected")]
    public void BadArguments_AreTold(string arguments, string message)
    {
        ToolRun run = Tune(["--json", .. arguments.Split(' ')]);

        Assert.Equal((ExitCode.BadInput, ""), (run.ExitCode, run.Output));
        Assert.Contains($"error: {message}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void TooFewTexts_AreTold() =>
        Run(["tune", _folder.Write("few.tsv", SmallTexts.Tab)]).AssertError("22 texts leave 4 validation texts; at least 20 were expected, and a few hundred are better");

    [Fact]
    public void OneLabel_IsTold()
    {
        ToolRun run = Run(["tune", _folder.Write("one.tsv", string.Concat(Enumerable.Repeat("pos\tgood\n", 300))), "--json"]);

        Assert.Equal((ExitCode.BadInput, ""), (run.ExitCode, run.Output));
        Assert.Contains("label", run.Error, StringComparison.Ordinal);
    }

    private static ManualTime Clock => new(TimeSpan.FromMicroseconds(10));

    /// <summary>240 texts, some of whose labels are wrong.</summary>
    private static string Texts => string.Concat(Enumerable.Range(0, 240).Select(t =>
    {
        string word = _words[t * 7 % _words.Length];
        bool positive = Array.IndexOf(_words, word) < 3 != (t % 11 == 0);
        return $"{(positive ? "pos" : "neg")}\ta {word} film of {t % 13} parts\n";
    }));

    private static ToolRun Run(string[] arguments)
    {
        using var error = new StringWriter();
        return ToolRun.Of(Stream.Null, error, arguments, new ToolConsoleOptions { Time = Clock });
    }

    private ToolRun Tune(params string[] arguments) => Run(Arguments(arguments));

    private ToolRun Tune(ToolConsoleOptions options)
    {
        using var error = new StringWriter();
        return Tune(options, error);
    }

    private ToolRun Tune(ToolConsoleOptions options, TextWriter error) => ToolRun.Of(Stream.Null, error, Arguments([]), options);

    /// <summary>With arguments that make it quick, as far as others aren't given.</summary>
    private string[] Arguments(string[] given)
    {
        string[][] quick = [["--budget", "2s"], ["--filters", "10"], ["--threads", "1"], ["--networks", "2"]];
        return ["tune", _folder.Write("data.tsv", Texts), .. quick.Where(one => !given.Contains(one[0])).SelectMany(one => one), .. given];
    }
}
