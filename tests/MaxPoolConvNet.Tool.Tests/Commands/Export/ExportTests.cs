namespace MaxPoolConvNet.Tool.Tests;

public sealed class ExportTests(TrainedModels models) : IClassFixture<TrainedModels>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheSize_IsPrinted()
    {
        string onnx = _folder.PathOf("model.onnx");
        File.WriteAllText(onnx, "an older one");

        ToolRun run = ToolRun.Of("export", models.One, "--onnx", onnx);
        ToolRun again = ToolRun.Of("export", models.One, "--onnx", onnx, "--json");

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        long bytes = new FileInfo(onnx).Length;
        Assert.Equal($"{models.One}: {new FileInfo(models.One).Length:N0} bytes; {onnx}: {bytes:N0} bytes", run.Output.TrimEnd());
        Assert.Equal((onnx, bytes), (again.Json.GetProperty("output").GetString(), again.Json.GetProperty("outputBytes").GetInt64()));
        Assert.True(Has(onnx, "tokens"u8));
    }

    [Fact]
    public void Ids_LeaveTheWordsOut()
    {
        string words = _folder.PathOf("words.onnx");
        string ids = _folder.PathOf("ids.onnx");

        ToolRun.Of("export", models.Several, "--onnx", words);
        ToolRun run = ToolRun.Of("export", models.Several, "--onnx", ids, "--ids");

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.True(new FileInfo(ids).Length < new FileInfo(words).Length);
        Assert.True(Has(words, "superb"u8));
        Assert.False(Has(ids, "superb"u8));
    }

    [Fact]
    public void Factored_NeedsAnEmbedding()
    {
        string onnx = _folder.Write("model.onnx", "an older one");

        ToolRun.Of("export", models.One, "--onnx", onnx, "--factored")
            .AssertError("the classifier has no embedding; --factored is for classifiers with one");

        Assert.Equal("an older one", File.ReadAllText(onnx));
    }

    [Fact]
    public void Files_AreChecked()
    {
        string onnx = _folder.PathOf("model.onnx");

        ToolRun.Of("export", models.One, "--onnx", models.One).AssertError("--onnx");
        ToolRun.Of("export", models.One, "--onnx", _folder.PathOf("none/model.onnx")).AssertError("There is no folder");
        ToolRun.Of("export", _folder.PathOf("none"), "--onnx", onnx).AssertError("There is no file");
        ToolRun.Of("export", models.One).AssertError("--onnx");

        Assert.False(File.Exists(onnx));
    }

    private static bool Has(string file, ReadOnlySpan<byte> bytes) => File.ReadAllBytes(file).AsSpan().IndexOf(bytes) >= 0;
}
