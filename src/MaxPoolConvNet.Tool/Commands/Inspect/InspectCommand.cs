using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Switches;
using MaxPoolConvNet.Tool.Terminal;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>The command inspect.</summary>
internal sealed class InspectCommand : ToolCommand
{
    private const int MostLabelsShown = 20;

    private readonly FileArgument _model = ModelArgument.Create();
    private readonly Option<bool> _json = JsonSwitch.Create();

    public InspectCommand(ToolConsole console)
        : base("inspect", "Shows the contents of a model file: labels, words, tensors and training settings.", console)
    {
        Add(_model);
        Add(_json);
    }

    public override string[] Examples =>
    [
        "maxpool inspect reviews.safetensors",
    ];

    protected override int Run(ParseResult arguments) => Terminal.UntilInterrupted(() => Inspect(arguments));

    private int Inspect(ParseResult arguments)
    {
        string path = arguments.GetValue(_model)!;
        (ModelFileInfo file, TextClassifier classifier) = ModelFiles.Inspect(path);
        PrintResult(arguments.GetValue(_json), () => ToJson(path, file, classifier), () => Print(path, file, classifier));
        return ExitCode.Success;
    }

    private void Print(string path, ModelFileInfo file, TextClassifier classifier)
    {
        Terminal.Print($"{path}: {file.ByteCount:N0} bytes, format version {file.FormatVersion}, {file.Checksum}");
        string labels = string.Join(", ", classifier.Labels.Take(MostLabelsShown).Select(label => Shown(classifier, label)));
        string more = classifier.Labels.Length > MostLabelsShown ? ", …" : "";
        string number = classifier.IsMultiLabel ? "any number" : "one";
        Terminal.Print($"{classifier.Labels.Length} labels, {number} per text: {labels}{more}");
        Terminal.Print($"{classifier.Vocabulary.Count:N0} words");
        if (classifier.Compaction is { } compaction)
        {
            Terminal.Print(
                $"compact: {compaction.KeptFraction:P1} of the filters' weights aren't 0, up to {compaction.Levels} multiples of a scale");
        }

        if (classifier.Calibration is { } calibration) Terminal.Print($"{CalibrationResult.Line(calibration)}");
        if (classifier.Acceptance is { } acceptance) Terminal.Print($"{acceptance}");
        Terminal.Print($"\n{file.Tensors.Length} tensors");
        foreach (ModelTensor tensor in file.Tensors)
            Terminal.Print($"  {tensor.Name}: {tensor.Type}, {ShapeOf(tensor)}");
        Terminal.Print($"\nmetadata");
        foreach ((string name, string value) in file.Metadata)
            Terminal.Print($"  {name}: {value}");
    }

    /// <summary>A label and, if it is known, the share of the training texts that had it.</summary>
    private static string Shown(TextClassifier classifier, string label) =>
        classifier.TrainingShareOf(label) is { } share ? $"{label} ({share:P1})" : label;

    private static string ShapeOf(ModelTensor tensor) => tensor.Shape.IsEmpty
        ? "a number"
        : string.Join(" × ", tensor.Shape.Select(size => size.ToString(CultureInfo.InvariantCulture)));

    private static JsonObject ToJson(CompactionReport compaction) => new()
    {
        ["levels"] = compaction.Levels,
        ["keptFraction"] = compaction.KeptFraction,
        ["lossChange"] = compaction.LossChange,
        ["largestLogitChange"] = compaction.LargestLogitChange,
    };

    private static JsonObject ToJson(string path, ModelFileInfo file, TextClassifier classifier) => new()
    {
        ["model"] = path,
        ["modelBytes"] = file.ByteCount,
        ["formatVersion"] = file.FormatVersion,
        ["checksum"] = file.Checksum,
        ["labelsPerText"] = (classifier.IsMultiLabel ? LabelsPerText.Several : LabelsPerText.One).ToString(),
        ["labels"] = JsonResult.ArrayOf(classifier.Labels),
        ["trainingShares"] = JsonResult.ArrayOf(classifier.Labels, label => (JsonNode?)classifier.TrainingShareOf(label)),
        ["words"] = classifier.Vocabulary.Count,
        ["compaction"] = classifier.Compaction is { } compaction ? ToJson(compaction) : null,
        ["calibration"] = CalibrationResult.ToJson(classifier.Calibration),
        ["tensors"] = JsonResult.ArrayOf(file.Tensors, tensor => new JsonObject
        {
            ["name"] = tensor.Name,
            ["type"] = tensor.Type,
            ["shape"] = JsonResult.ArrayOf(tensor.Shape, size => (JsonNode)size),
        }),
        ["settings"] = ModelFiles.SettingsOf(classifier),
        ["metadata"] = JsonResult.ObjectOf(file.Metadata, value => (JsonNode)value),
    };
}
