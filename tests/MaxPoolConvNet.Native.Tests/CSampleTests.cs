using MaxPoolConvNet.Tests;
using MaxPoolConvNet.Tests.Text;

namespace MaxPoolConvNet.Native.Tests;

/// <summary>samples/Native/predict.c, compiled, predicts what the library predicts.</summary>
public sealed class CSampleTests : IDisposable
{
    private readonly TemporaryFile _model = new("model.safetensors", Classifiers.File("five labels, sub-words"));
    private readonly TemporaryFile _program = new("predict");

    public void Dispose()
    {
        _model.Dispose();
        _program.Dispose();
    }

    [Fact]
    public void Lines_GetLabelAndProbability()
    {
        TextClassifier classifier = Classifiers.Load("five labels, sub-words");

        OtherProgram run = Run(string.Concat(ManyScripts.Texts.Select(text => text + "\n")), _model.Path);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(ManyScripts.Texts.Select(text => Line(classifier.Predict(text), text)), run.Lines);
    }

    [Fact]
    public void LineEnds_AreNoPartOfATextAndZeroBytesAre()
    {
        TextClassifier classifier = Classifiers.Load("five labels, sub-words");

        OtherProgram run = Run("otel\r\n\na\0b", _model.Path);

        string[] texts = ["otel", "", "a\0b"];
        Assert.Equal(texts.Select(text => Line(classifier.Predict(text), text)), run.Lines);
    }

    [Fact]
    public void Time_IsPrinted()
    {
        OtherProgram run = Run("otel\n", _model.Path, "--time", "3");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"^\d+\.\d{3} microseconds per text\n$", run.Output);
    }

    [Fact]
    public void AMissingModel_IsOneLine()
    {
        OtherProgram run = Run("otel\n", _model.Path + ".missing");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Matches(@"^error: .*model\.safetensors\.missing.*\n$", run.Error);
    }

    [Fact]
    public void WithoutAModel_TheUsageIsShown() => Assert.StartsWith("usage: ", Run("").Error, StringComparison.Ordinal);

    private static string Line(Prediction prediction, string text) =>
        FormattableString.Invariant($"{prediction.Label}\t{prediction.Probability:F4}\t{text}");

    private OtherProgram Run(string input, params string[] arguments)
    {
        CCompiler.Run(
            "-std=c99", "-O2", "-Wall", "-Wextra", "-Werror", "-pedantic", $"-I{NativeMethods.Folder}", Sources.PathOf("predict.c"), "-o", _program.Path,
            $"-L{NativeMethods.Folder}", "-lmaxpool", $"-Wl,-rpath,{NativeMethods.Folder}");
        return OtherProgram.Run(_program.Path, input, arguments);
    }
}
