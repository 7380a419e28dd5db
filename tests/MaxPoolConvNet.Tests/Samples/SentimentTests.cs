using System.Text.Json;

namespace MaxPoolConvNet.Tests;

[Trait("Category", "Slow")]
public class SentimentTests
{
    public static TheoryData<string, byte[]> Forms { get; } = new()
    {
        { "reviews.tsv", SampleTexts.Bytes(SampleTexts.Tab) },
        { "reviews.txt", SampleTexts.Bytes(SampleTexts.Space) },
        { "reviews", SampleTexts.Bytes(SampleTexts.FastText) },
        { "reviews.csv", SampleTexts.Bytes(SampleTexts.Csv) },
        { "reviews.csv.gz", SampleTexts.Gzip(SampleTexts.Csv) },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task AFileOfEachFormIsLearnedFrom(string name, byte[] content)
    {
        using var data = new TemporaryFile(name, content);
        string json = Path.Combine(Path.GetDirectoryName(data.Path)!, "figures.json");

        SampleOutput run = await SampleProcess.RunAsync("Sentiment", "--data", data.Path, "--epochs", "20", "--filters", "10", "--json", json);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("18 training texts", run.Output, StringComparison.Ordinal);
        Assert.Contains("accuracy on 6 held-out texts: 100.0 %", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, ReadFigures(json).GetProperty("accuracy").GetDouble());
    }

    [Fact]
    public async Task TheFiguresHaveAllFieldsAndTheSettings()
    {
        using var data = new TemporaryFile("reviews.tsv", SampleTexts.Bytes(SampleTexts.Tab));
        string json = Path.Combine(Path.GetDirectoryName(data.Path)!, "figures.json");

        await SampleProcess.RunAsync(
            "Sentiment", "--data", data.Path, "--width", "1", "--width", "4", "--filters", "7", "--epochs", "3", "--threads", "2", "--seed", "18446744073709551615", "--json", json);

        JsonElement figures = ReadFigures(json);
        JsonElement settings = figures.GetProperty("settings");
        Assert.Equal(
            ["accuracy", "accuracyStandardDeviation", "trainingSeconds", "wordsPerSecond", "peakMemoryBytes", "settings"],
            figures.EnumerateObject().Select(field => field.Name));
        Assert.Equal(JsonValueKind.Null, figures.GetProperty("accuracyStandardDeviation").ValueKind);
        Assert.True(figures.GetProperty("trainingSeconds").GetDouble() > 0);
        Assert.True(figures.GetProperty("wordsPerSecond").GetDouble() > 0);
        Assert.InRange(figures.GetProperty("peakMemoryBytes").GetInt64(), 1_000_000, 10_000_000_000);
        Assert.Equal("""{"1":7,"4":7}""", JsonSerializer.Serialize(settings.GetProperty("filters")));
        Assert.Equal((3, 2), (settings.GetProperty("epochs").GetInt32(), settings.GetProperty("threads").GetInt32()));
        Assert.Equal(ulong.MaxValue, settings.GetProperty("seed").GetUInt64());
        Assert.Equal("AdaGrad", settings.GetProperty("optimizer").GetString());
    }

    [Theory]
    [InlineData("--architecture one-hot --widths 1,2")]
    [InlineData("--architecture random --widths 1,2")]
    [InlineData("--architecture one-hot+random --optimizer adam --learning-rate 0.01 --batch 4 --max-norm 3 --networks 2")]
    [InlineData("--vectors VECTORS --architecture static --widths 1")]
    [InlineData("--vectors VECTORS --architecture two-channel --widths 1,2")]
    [InlineData("--vectors VECTORS")]
    public async Task EveryArchitectureLearns(string arguments)
    {
        using var data = new TemporaryFile("reviews.tsv", SampleTexts.Bytes(SampleTexts.Tab));
        using var vectors = new TemporaryFile("vectors.txt", SampleTexts.Bytes("superb 1 0.5\ndreadful -1 0.5\nmarvellous 1 0.4\n"));

        SampleOutput run = await SampleProcess.RunAsync(
            "Sentiment", ["--data", data.Path, "--filters", "10", "--epochs", "20", .. arguments.Replace("VECTORS", vectors.Path, StringComparison.Ordinal).Split(' ')]);

        Assert.Equal((0, true), (run.ExitCode, run.Output.Contains("accuracy on 6 held-out texts: 100.0 %", StringComparison.Ordinal)));
        Assert.Equal(arguments.Contains("VECTORS", StringComparison.Ordinal), run.Output.Contains(" training words have a vector", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SeveralSeedsGiveTheMean()
    {
        using var data = new TemporaryFile("reviews.tsv", SampleTexts.Bytes(SampleTexts.Tab));

        SampleOutput run = await SampleProcess.RunAsync("Sentiment", "--data", data.Path, "--seeds", "3", "--filters", "10", "--checkpoint", data.Path + ".state");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("18 training texts, 6 test texts, 3 seeds; ", run.Output, StringComparison.Ordinal);
        Assert.Contains("accuracy of each seed: 100.0 %, 100.0 %, 100.0 %", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(data.Path + ".state.3"));
    }

    [Fact]
    public async Task FoldsAreCrossValidated()
    {
        using var data = new TemporaryFile("reviews.tsv", SampleTexts.Bytes(SampleTexts.Tab));
        string json = Path.Combine(Path.GetDirectoryName(data.Path)!, "figures.json");

        SampleOutput run = await SampleProcess.RunAsync("Sentiment", "--data", data.Path, "--folds", "3", "--filters", "10", "--json", json);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("24 texts in 3 folds", run.Output, StringComparison.Ordinal);
        Assert.Contains("accuracy of each fold: 100.0 %, 100.0 %, 100.0 %", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, ReadFigures(json).GetProperty("accuracyStandardDeviation").GetDouble());
    }

    [Fact]
    public async Task ATestFileIsTestedOn()
    {
        using var data = new TemporaryFile("reviews.tsv", SampleTexts.Bytes(SampleTexts.Tab));
        using var test = new TemporaryFile("test.tsv", SampleTexts.Bytes("pos\tsuperb\npos\tdreadful\nneg\tdreadful\nneg\tso dreadful\n"));

        SampleOutput run = await SampleProcess.RunAsync("Sentiment", "--data", data.Path, "--test", test.Path, "--filters", "10");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("24 training texts", run.Output, StringComparison.Ordinal);
        Assert.Contains("accuracy on 4 held-out texts: 75.0 %", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProgressIsALineAnEpoch()
    {
        using var data = new TemporaryFile("reviews.tsv", SampleTexts.Bytes(SampleTexts.Tab));

        SampleOutput run = await SampleProcess.RunAsync("Sentiment", "--data", data.Path, "--epochs", "4", "--filters", "10");

        Assert.Equal(
            ["epoch 1/4", "epoch 2/4", "epoch 3/4", "epoch 4/4"],
            run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split("  ")[0]));
    }

    [Fact]
    public async Task HelpListsTheOptions()
    {
        SampleOutput run = await SampleProcess.RunAsync("Sentiment", "--help");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        foreach (string option in new[] { "--data", "--test", "--encoding", "--folds", "--seeds", "--architecture", "--vectors", "--widths", "--width", "--filters", "--optimizer", "--epochs", "--checkpoint", "--threads", "--seed", "--json" })
            Assert.Contains(option, run.Output, StringComparison.Ordinal);
    }

    private static JsonElement ReadFigures(string path) => JsonDocument.Parse(File.ReadAllBytes(path)).RootElement;
}
