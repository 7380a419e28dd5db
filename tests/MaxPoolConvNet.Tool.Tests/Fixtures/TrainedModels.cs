namespace MaxPoolConvNet.Tool.Tests;

/// <summary>Models that the tool has trained, once for all tests of a class.</summary>
public sealed class TrainedModels : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TrainedModels()
    {
        One = Train("one", SmallTexts.Tab);
        Several = Train("several", SmallTexts.Several);
        Data = _folder.PathOf("one.txt");
    }

    /// <summary>A model of pos and neg.</summary>
    public string One { get; }

    /// <summary>A model of pos, neg and long, any number a text.</summary>
    public string Several { get; }

    /// <summary>What <see cref="One"/> has learned from.</summary>
    public string Data { get; }

    public void Dispose() => _folder.Dispose();

    private string Train(string name, string texts)
    {
        string model = _folder.PathOf(name + ".safetensors");
        ToolRun run = ToolRun.Of(["train", _folder.Write(name + ".txt", texts), "--model", model, .. SmallTexts.Quick]);
        Assert.Equal((ExitCode.Success, true), (run.ExitCode, File.Exists(model)));
        return model;
    }
}
