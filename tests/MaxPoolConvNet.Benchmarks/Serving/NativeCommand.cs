using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Serving;

/// <summary>
/// One text at a time on one thread, with the same model and texts: the library in C#, the native library from C (samples/Native) and from Python's
/// ctypes (samples/Python/maxpool.py). The programs time themselves: starting and loading don't count. To be run in the repository's folder.
/// </summary>
internal sealed class NativeCommand : Command
{
    // a round of a program is the median of so many passes over the texts
    private const int Passes = 9;

    private readonly Option<string?> _data = new("--data") { Description = "labeled texts; the sample's reviews if not given" };
    private readonly Option<bool> _latin1 = new("--latin1") { Description = "the data is Latin-1, not UTF-8" };
    private readonly Option<int> _rounds = new("--rounds") { Description = "measured rounds", DefaultValueFactory = _ => 7 };

    public NativeCommand()
        : base("native", "the native library from C and Python beside the library in C#")
    {
        foreach (Option option in new Option[] { _data, _latin1, _rounds })
            Add(option);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        LabeledText[] texts = [.. LabeledTextFile.Read(
            arguments.GetValue(_data) ?? "samples/Sentiment/reviews.tsv",
            new LabeledTextFileOptions { Encoding = arguments.GetValue(_latin1) ? "latin1" : "utf-8" })];
        string[] inputs = [.. texts.Select(text => text.Text.ReplaceLineEndings(" "))];
        DirectoryInfo folder = Directory.CreateTempSubdirectory("maxpoolconvnet");
        try
        {
            string library = Path.Combine(folder.FullName, "libmaxpool.so");
            string program = Path.Combine(folder.FullName, "predict");
            string model = Path.Combine(folder.FullName, "model.safetensors");
            string file = Path.Combine(folder.FullName, "texts.txt");
            ExternalProgram.Run("dotnet", "publish", "src/MaxPoolConvNet.Native", "-c", "Release", "--use-current-runtime", "-o", folder.FullName);
            ExternalProgram.Run("make", "-C", "samples/Native", "-B", $"LIBRARY={folder.FullName}", $"PROGRAM={program}");
            TextClassifier.Train(texts).Save(model);
            File.WriteAllLines(file, inputs);
            var classifier = TextClassifier.Load(model);
            string passes = Passes.ToString(CultureInfo.InvariantCulture);
            Print(
                $"{Machine.Description}; {texts.Length} texts, one thread, {arguments.GetValue(_rounds)} rounds in turn, each the median of {Passes} passes; the native library has {new FileInfo(library).Length:N0} bytes",
                arguments.GetValue(_rounds),
                ("the library in C#, `Predict(string)`", () => Median(classifier, inputs)),
                ("native, from C", () => OwnTime(file, program, model, "--time", passes)),
                ("native, from Python's ctypes", () => OwnTime(file, "env", $"MAXPOOL_LIBRARY={library}", "python3", "samples/Python/maxpool.py", model, "--time", passes)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Print(FormattableString setting, int rounds, params IReadOnlyList<(string Name, Func<double> Time)> ways)
    {
        double[][] seconds = [.. ways.Select(_ => new double[rounds])];
        for (int round = -1; round < rounds; round++) // the first one warms up
        {
            for (int way = 0; way < ways.Count; way++)
            {
                double taken = ways[way].Time();
                if (round >= 0) seconds[way][round] = taken;
            }
        }

        Markdown.Line(setting);
        Markdown.Line();
        Markdown.Head("one text at a time", "a text: median (least to most)", "ratio to C#");
        foreach (((string name, _), Timing timing) in ways.Zip(seconds.Select(Timing.Of)))
            Markdown.Row(name, timing.ToString(), Markdown.Number(timing.Median / Timing.Of(seconds[0]).Median));
    }

    private static double Median(TextClassifier classifier, string[] inputs) => Timing.Of([.. Enumerable.Range(0, Passes).Select(_ =>
    {
        long begin = Stopwatch.GetTimestamp();
        foreach (string input in inputs)
            classifier.Predict(input);
        return Stopwatch.GetElapsedTime(begin).TotalSeconds / inputs.Length;
    })]).Median;

    /// <summary>The seconds per text that a program prints.</summary>
    private static double OwnTime(string input, params string[] command)
    {
        (string output, _) = ExternalProgram.Run("sh", ["-c", "input=$1; shift; exec \"$@\" < \"$input\"", "sh", input, .. command]);
        return double.Parse(output.Split(' ')[0], CultureInfo.InvariantCulture) / 1e6;
    }
}
