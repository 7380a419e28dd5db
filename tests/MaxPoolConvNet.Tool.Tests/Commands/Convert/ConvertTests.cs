namespace MaxPoolConvNet.Tool.Tests;

public sealed class ConvertTests(TrainedModels models) : IClassFixture<TrainedModels>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void FullWeights_AndBackGiveTheSameFile()
    {
        string full = _folder.PathOf("full");
        string back = _folder.PathOf("back");
        var metadata = new Dictionary<string, string>(TextClassifier.Load(models.One).Metadata);

        ToolRun run = ToolRun.Of("convert", models.One, "--output", full, "--precision", "32");
        ToolRun again = ToolRun.Of("convert", full, "--output", back, "--json");

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Null(TextClassifier.Load(full).Compaction);
        Assert.Equal(metadata, TextClassifier.Load(back).Metadata);
        Assert.Equal(TextClassifier.Load(models.One).Predict("superb"), TextClassifier.Load(back).Predict("superb"));
        Assert.Equal(new FileInfo(back).Length, again.Json.GetProperty("outputBytes").GetInt64());
        Assert.True(new FileInfo(full).Length > new FileInfo(back).Length);
    }

    [Fact]
    public void AMaximumSize_IsKept()
    {
        string small = _folder.PathOf("small");
        long most = new FileInfo(models.One).Length - 100;

        ToolRun run = ToolRun.Of("convert", models.One, "--output", small, "--max-size", most.ToString(null, null));

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.InRange(new FileInfo(small).Length, 1_000, most);
    }

    [Theory]
    [InlineData("--max-size soon", "--max-size is 'soon'; a size from 1KB to 1000GB was expected, such as 800KB or 1.5MB")]
    [InlineData("--max-size 10", "--max-size is '10'; a size from 1KB")]
    [InlineData("--max-size 2TB", "--max-size is '2TB'; a size from 1KB")]
    [InlineData("--max-size 1MB --precision 32", "--max-size is for --precision 8")]
    [InlineData("--max-size 1KB", "a model file of at most ")]
    public void WrongArguments_AreRefused(string arguments, string message) =>
        ToolRun.Of(["convert", models.One, "--output", _folder.PathOf("new"), .. arguments.Split(' ')]).AssertError(message);
}
