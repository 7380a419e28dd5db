using Xunit;

namespace Text_App.Tests;

public sealed class CommandsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private string Model => Path.Combine(_folder.FullName, "model.safetensors");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Train_ShowsTheAccuracyAndSavesTheModel()
    {
        (int exitCode, string output) = Run("train");

        Assert.Equal(0, exitCode);
        Assert.StartsWith("accuracy 0.", output, StringComparison.Ordinal);
        Assert.True(File.Exists(Model));
    }

    [Fact]
    public void Predict_PrintsLabelAndProbability() => Assert.StartsWith(
        "delivery (", Run("predict", "The courier lost my parcel.").Output, StringComparison.Ordinal);

    [Fact]
    public void Explain_ShowsTheText() => Assert.Contains(
        "The courier lost my parcel.", Run("explain", "The courier lost my parcel.").Output, StringComparison.Ordinal);

    [Theory]
    [InlineData]
    [InlineData("predict")]
    [InlineData("forecast", "rain")]
    public void UnknownArguments_PrintTheUsage(params string[] arguments)
    {
        (int exitCode, string output) = Run(arguments);

        Assert.Equal(2, exitCode);
        Assert.StartsWith("train ", output, StringComparison.Ordinal);
    }

    private (int ExitCode, string Output) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        return (Commands.Run(arguments, Model, output), output.ToString());
    }
}
