using System.CommandLine;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Serving;

/// <summary>
/// <c>maxpool predict</c> of one text, from the start of the process to its end: the tool compiled ahead of time beside the portable one. The model is the
/// default for the sample's reviews, and the system has it in memory. To be run in the repository's folder.
/// </summary>
internal sealed class ToolStartCommand : Command
{
    private readonly Option<string> _project = new("--project") { Description = "the tool's project", DefaultValueFactory = _ => "src/MaxPoolConvNet.Tool" };
    private readonly Option<int> _rounds = new("--rounds") { Description = "measured runs", DefaultValueFactory = _ => 21 };

    public ToolStartCommand()
        : base("tool-start", "maxpool predict of one text, compiled ahead of time and just in time")
    {
        Add(_project);
        Add(_rounds);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("maxpoolconvnet");
        try
        {
            string native = Path.Combine(Publish(arguments, folder, "native", "--use-current-runtime", "-p:ToolPackageRuntimeIdentifiers=any"), "maxpool");
            string jit = Path.Combine(Publish(arguments, folder, "jit"), "maxpool.dll");
            string model = Path.Combine(folder.FullName, "model.safetensors");
            string text = Path.Combine(folder.FullName, "text.txt");
            File.WriteAllText(text, "Not only cheap but surprisingly well made.\n");
            TextClassifier.Train(LabeledTextFile.Read("samples/Sentiment/reviews.tsv")).Save(model);
            if (ExternalProgram.Run(native, "predict", model, text).Output != ExternalProgram.Run("dotnet", jit, "predict", model, text).Output)
                throw new InvalidOperationException("the two tools predict differently");
            IReadOnlyList<Timing> timings = SideBySide.Measure(
                arguments.GetValue(_rounds),
                0.01,
                () => ExternalProgram.Run(native, "--version"),
                () => ExternalProgram.Run(native, "predict", model, text),
                () => ExternalProgram.Run("dotnet", jit, "predict", model, text));
            Markdown.Line(
                $"{Machine.Description}; {arguments.GetValue(_rounds)} runs in turn; the model has {new FileInfo(model).Length:N0} bytes, the tool compiled ahead of time {new FileInfo(native).Length:N0}");
            Markdown.Line();
            Markdown.Head("process start to its end", "median (least to most)");
            Markdown.Row("ahead of time, `--version`", timings[0].ToString());
            Markdown.Row("ahead of time, `predict` of one text", timings[1].ToString());
            Markdown.Row("just-in-time compiler, `predict` of one text", timings[2].ToString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private string Publish(ParseResult arguments, DirectoryInfo folder, string name, params string[] switches)
    {
        string to = Path.Combine(folder.FullName, name);
        ExternalProgram.Run("dotnet", ["publish", arguments.GetValue(_project)!, "-c", "Release", "-o", to, .. switches]);
        return to;
    }
}
