using MaxPoolConvNet.Tests;

namespace MaxPoolConvNet.Native.Tests;

/// <summary>What README and guide show compiles and runs.</summary>
public sealed class ReadmeTests
{
    private static readonly string[] _readme = File.ReadAllLines(Sources.PathOf("README.md"));

    [Fact]
    public void TheCProgram_CompilesAndRuns()
    {
        Prediction prediction = Classifiers.Load("two labels").Predict("Not only cheap but surprisingly well made.");
        using TemporaryFile model = new("reviews.safetensors", Classifiers.File("two labels"));
        string source = Path.ChangeExtension(model.Path, ".c"), program = Path.ChangeExtension(model.Path, ".program");
        File.WriteAllLines(source, Block(_readme, "```c"));

        CCompiler.Run(
            "-std=c99", "-Wall", "-Wextra", "-Werror", "-pedantic", $"-I{NativeMethods.Folder}", source, "-o", program,
            $"-L{NativeMethods.Folder}", "-lmaxpool", $"-Wl,-rpath,{NativeMethods.Folder}");
        OtherProgram run = OtherProgram.Run("sh", "", ["-c", "cd \"$0\" && exec \"$1\"", Path.GetDirectoryName(model.Path)!, program]);

        int label = Classifiers.Load("two labels").Labels.IndexOf(prediction.Label);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal([FormattableString.Invariant($"label {label}, probability {prediction.Probability:F3}")], run.Lines);
    }

    [Fact]
    public void EveryFunction_IsInTheTable() => Assert.All(
        HeaderTests.Functions, name => Assert.Contains(_readme, line => line.StartsWith("| `", StringComparison.Ordinal) && line.Contains($"`{name}`", StringComparison.Ordinal)));

    [Fact]
    public void TheGuidesPython_Runs()
    {
        if (!OtherProgram.Exists("python3")) Assert.Skip("there is no python3");
        using TemporaryFile model = new("reviews.safetensors", Classifiers.File("two labels"));
        string program = Path.ChangeExtension(model.Path, ".py");
        string[] shown = [.. Block(File.ReadAllLines(Sources.PathOf("other-programs.md")).SkipWhile(line => line != "## C, and Python with ctypes"), "```python")];
        File.WriteAllLines(program, shown);
        File.Copy(Sources.PathOf("maxpool.py"), Path.Combine(Path.GetDirectoryName(program)!, "maxpool.py"));

        OtherProgram run = OtherProgram.Run("sh", "", ["-c", "cd \"$0\" && exec python3 \"$1\"", Path.GetDirectoryName(model.Path)!, program]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal([Classifiers.Load("two labels").Predict("Well made.").Label, "[Label", "[{'sta"], [run.Lines[0], run.Lines[1][..6], run.Lines[2][..6]]);
    }

    private static IEnumerable<string> Block(IEnumerable<string> lines, string begin) =>
        lines.SkipWhile(line => line != begin).Skip(1).TakeWhile(line => line != "```");
}
