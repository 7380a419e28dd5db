using System.CommandLine;
using System.Globalization;

namespace MaxPoolConvNet.Benchmarks;

/// <summary>
/// From the start of a program to the end of its first prediction: it loads a model file with Kim's network for 20,000 words, which the system has
/// in memory, and predicts a text of 21 words; with NativeAOT and under the just-in-time compiler. The whole process counts.
/// </summary>
internal sealed class FirstPredictionCommand : Command
{
    private const int Words = 20_000;
    private const string Program = "MaxPoolConvNet.FirstPrediction";

    private readonly Option<string> _project = new("--project") { Description = "the program's project", DefaultValueFactory = _ => "tests/MaxPoolConvNet.FirstPrediction" };
    private readonly Option<string> _linker = new("--linker") { Description = "what NativeAOT links with, such as clang", DefaultValueFactory = _ => "gcc" };
    private readonly Option<int> _rounds = new("--rounds") { Description = "measured runs", DefaultValueFactory = _ => 21 };

    public FirstPredictionCommand()
        : base("first-prediction", "load a model file and predict a first text, from the start of a program")
    {
        foreach (Option option in new Option[] { _project, _linker, _rounds })
            Add(option);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("maxpoolconvnet");
        try
        {
            string native = Path.Combine(Publish(arguments, folder, "native", "-p:CppCompilerAndLinker=" + arguments.GetValue(_linker)), Program);
            string jit = Path.Combine(Publish(arguments, folder, "jit", "-p:PublishAot=false"), Program + ".dll");
            string model = Path.Combine(folder.FullName, "model.safetensors");
            ExternalProgram.Run(native, "write", model, Words.ToString(CultureInfo.InvariantCulture));
            string text = string.Join(' ', Enumerable.Range(0, 21).Select(at => $"word{at * 37}"));
            IReadOnlyList<Timing> timings = SideBySide.Measure(
                arguments.GetValue(_rounds),
                0.01,
                () => ExternalProgram.Run(native, "predict", model, text),
                () => ExternalProgram.Run("dotnet", jit, "predict", model, text));
            Markdown.Line($"{Machine.Description}; {arguments.GetValue(_rounds)} runs; the model has {Megabytes(model)} MB, the NativeAOT program {Megabytes(native)} MB");
            Markdown.Line();
            Markdown.Head("process start to its end", "median (least to most)");
            Markdown.Row("NativeAOT", timings[0].ToString());
            Markdown.Row("just-in-time compiler", timings[1].ToString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private string Publish(ParseResult arguments, DirectoryInfo folder, string name, string property)
    {
        string to = Path.Combine(folder.FullName, name);
        ExternalProgram.Run("dotnet", "publish", arguments.GetValue(_project)!, "-c", "Release", "--use-current-runtime", property, "-o", to);
        return to;
    }

    private static string Megabytes(string path) => (new FileInfo(path).Length / 1e6).ToString("F1", CultureInfo.InvariantCulture);
}
