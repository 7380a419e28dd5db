using System.CommandLine;
using System.Globalization;

namespace MaxPoolConvNet.Benchmarks;

/// <summary>
/// From the start of a NativeAOT program to the end of its first prediction: it reads the bare weights of Kim's network for a vocabulary of MR's
/// size from a file that the system has in memory, and predicts a text of 21 words. The whole process counts.
/// </summary>
internal sealed class FirstPredictionCommand : Command
{
    private const int Words = 18_765;

    private readonly Option<string> _project = new("--project") { Description = "the program's project", DefaultValueFactory = _ => "tests/MaxPoolConvNet.FirstPrediction" };
    private readonly Option<string> _linker = new("--linker") { Description = "what NativeAOT links with, such as clang", DefaultValueFactory = _ => "gcc" };
    private readonly Option<int> _rounds = new("--rounds") { Description = "measured runs", DefaultValueFactory = _ => 21 };

    public FirstPredictionCommand()
        : base("first-prediction", "the first prediction of a NativeAOT program, from its start")
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
            ExternalProgram.Run(
                "dotnet", "publish", arguments.GetValue(_project)!, "-c", "Release", "--use-current-runtime", $"-p:CppCompilerAndLinker={arguments.GetValue(_linker)}", "-o", folder.FullName);
            string program = Path.Combine(folder.FullName, "MaxPoolConvNet.FirstPrediction");
            string weights = Path.Combine(folder.FullName, "weights");
            ExternalProgram.Run(program, "write", weights, Words.ToString(CultureInfo.InvariantCulture));
            string text = string.Join(' ', Enumerable.Range(0, 21).Select(at => $"word{at * 37}"));
            Timing timing = SideBySide.Measure(arguments.GetValue(_rounds), 0.01, () => ExternalProgram.Run(program, "predict", weights, text))[0];
            Markdown.Line($"{Machine.Description}; {arguments.GetValue(_rounds)} runs");
            Markdown.Line();
            Markdown.Head("process start to its end: median (least to most)", "weights, MB", "program, MB");
            Markdown.Row(timing.ToString(), Megabytes(weights), Megabytes(program));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Megabytes(string path) => (new FileInfo(path).Length / 1e6).ToString("F1", CultureInfo.InvariantCulture);
}
