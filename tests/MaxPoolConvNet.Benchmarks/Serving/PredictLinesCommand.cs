using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Serving;

/// <summary>
/// The command-line tool on a file of many lines: how many lines a second, its start and the loading of the model included, and the most memory
/// that its process has had (as the system counts it).
/// </summary>
internal sealed class PredictLinesCommand : Command
{
    private readonly Option<string> _data = new("--data") { Description = "labeled texts, which are learned from and repeated in the file", Required = true };
    private readonly Option<bool> _latin1 = new("--latin1") { Description = "the data is Latin-1, not UTF-8" };
    private readonly Option<int> _lines = new("--lines") { Description = "lines of the file", DefaultValueFactory = _ => 1_000_000 };
    private readonly Option<int> _rounds = new("--rounds") { Description = "measured rounds", DefaultValueFactory = _ => 5 };
    private readonly Option<string> _tool = new("--tool") { Description = "the tool's project", DefaultValueFactory = _ => "src/MaxPoolConvNet.Tool" };

    public PredictLinesCommand()
        : base("predict-lines", "maxpool predict on a file of many lines")
    {
        foreach (Option option in new Option[] { _data, _latin1, _lines, _rounds, _tool })
            Add(option);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        int lines = arguments.GetValue(_lines);
        LabeledTexts texts = LabeledTextFile.Read(arguments.GetValue(_data)!, new LabeledTextFileOptions
        {
            Encoding = arguments.GetValue(_latin1) ? "latin1" : "utf-8",
        });
        DirectoryInfo folder = Directory.CreateTempSubdirectory("maxpoolconvnet");
        try
        {
            string program = Path.Combine(folder.FullName, "tool", "maxpool.dll");
            ExternalProgram.Run("dotnet", "publish", arguments.GetValue(_tool)!, "-c", "Release", "-o", Path.GetDirectoryName(program)!);
            string model = Path.Combine(folder.FullName, "model.safetensors");
            TextClassifier.Train(texts).Save(model);
            string input = Path.Combine(folder.FullName, "texts.txt");
            File.WriteAllLines(input, Enumerable.Range(0, lines).Select(line => texts[line % texts.Count].Text.ReplaceLineEndings(" ")));

            (string Form, string[] Switches)[] forms = [("lines", []), ("JSON lines", ["--json"])];
            long[] mostBytes = new long[forms.Length];
            IReadOnlyList<Timing> timings = SideBySide.Measure(
                arguments.GetValue(_rounds),
                0,
                [
                    .. forms.Select((form, f) => (Action)(() =>
                        mostBytes[f] = Math.Max(mostBytes[f], MostBytes(["dotnet", program, "predict", model, input, .. form.Switches])))),
                ]);

            Markdown.Line($"{Machine.Description}; a file of {lines} lines, {new FileInfo(input).Length / 1e6:F0} MB; the model has {new FileInfo(model).Length / 1e6:F1} MB; {arguments.GetValue(_rounds)} rounds in turn, output thrown away");
            Markdown.Line();
            Markdown.Head("output", "the whole process: median (least to most)", "lines/s", "most memory, MB");
            for (int f = 0; f < forms.Length; f++)
                Markdown.Row(forms[f].Form, $"{timings[f]}", Markdown.Number(lines / timings[f].Median), Markdown.Number(mostBytes[f] / 1e6));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Runs a program to its end and looks now and then how much memory it has had at most.</summary>
    private static long MostBytes(string[] command)
    {
        using Process process = Process.Start("sh", ["-c", "exec \"$0\" \"$@\" > /dev/null", .. command]);
        long most = 0;
        while (!process.WaitForExit(50))
            most = Math.Max(most, HighWaterMark(process.Id));
        return process.ExitCode == 0 ? most : throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}");
    }

    /// <summary>VmHWM, the most resident memory so far; 0 once the process is gone.</summary>
    private static long HighWaterMark(int process)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : 1_024 * long.Parse(line.Split(':')[1].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
