using System.CommandLine;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Models;
using MaxPoolConvNet.Tool.Progress;
using MaxPoolConvNet.Tool.Switches;
using MaxPoolConvNet.Tool.Terminal;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>Trains a classifier, saves it, and tests it on texts that it hasn't seen.</summary>
internal sealed class TrainCommand : ToolCommand
{
    private readonly DataSwitches _data = new();
    private readonly HeldOutSwitches _heldOut = new();
    private readonly TrainingSwitches _training = new();

    private readonly Option<string> _model = new("--model") { Description = "the file to save the classifier to, as safetensors; one that is there is replaced", HelpName = "FILE", Required = true };
    private readonly Choice<Precision> _precision = new("--precision", "bits of a saved number", ("32", Precision.Full), ("16", Precision.BFloat16));
    private readonly Option<string?> _checkpoint = new("--checkpoint") { Description = "keep the state of training in this file after each epoch, and go on from it", HelpName = "FILE" };
    private readonly Option<bool> _json = JsonSwitch.Create();

    public TrainCommand(ToolConsole console)
        : base("train", "Trains a classifier on all texts but the held-out ones, saves it, and tests it on those.", console)
    {
        _data.AddTo(this);
        Add(_model);
        _heldOut.AddTo(this);
        _training.AddTo(this);
        foreach (Option option in new Option[] { _precision, _checkpoint, _json })
            Add(option);
    }

    protected override int Run(ParseResult arguments)
    {
        TrainingOptions options = _training.Read(arguments) with { Checkpoint = arguments.GetValue(_checkpoint) };
        string model = arguments.GetValue(_model)!;
        bool json = arguments.GetValue(_json);
        ModelFiles.CheckFolder(model);
        TextSplit split = _heldOut.Split(_data, arguments, options.Seed);
        var labels = new LabelTable(split.Training);
        if (!json)
        {
            Terminal.Print($"{split.Training.Count} texts to learn from ({labels}), {split.HeldOut.Count} held out to test on");
        }

        ITrainingDisplay display = TrainingDisplay.Of(Terminal);
        TrainingResult result = display.Show(() => new Trainer(options).Train(split.Training, display, Terminal.Interrupted));
        bool stopped = result.StopReason == StopReason.Cancelled;
        if (stopped && result.BestEpoch == 0)
        {
            Terminal.Note($"stopped before the first epoch was whole: nothing to save");
            return ExitCode.Cancelled;
        }

        if (stopped) Terminal.Note($"stopped; the classifier has {result.BestEpoch} of its epochs behind it");
        ModelFiles.Save(result.Classifier, model, _precision.Read(arguments), TrainingSettings.Of(options));
        EvaluationReport? evaluation = split.HeldOut.Count == 0 ? null : result.Classifier.Evaluate(split.HeldOut);
        if (json)
        {
            JsonResult.Write(Terminal, ToJson(model, split, labels, result, evaluation, options));
        }
        else
        {
            Print(model, result, evaluation);
        }

        return stopped ? ExitCode.Cancelled : ExitCode.Success;
    }

    private void Print(string model, TrainingResult result, EvaluationReport? evaluation)
    {
        Terminal.Print($"{result.Epochs.Length} epochs in {result.TrainingTime.TotalSeconds:F2} s, {result.WordsPerSecond:N0} words/s; {result.Classifier.Vocabulary.Count} words known");
        if (result.VectorCoverage is { } coverage) Terminal.Print($"{coverage.CoveredWords} of the {coverage.Words} words to learn from have a vector");
        Terminal.Print($"saved to {model}, {new FileInfo(model).Length:N0} bytes");
        if (evaluation is null) return;
        Terminal.Print($"\non the {evaluation.Texts} held-out texts, which it hasn't learned from:");
        EvaluationResult.Print(Terminal, evaluation);
    }

    private static JsonObject ToJson(
        string model, TextSplit split, LabelTable labels, TrainingResult result, EvaluationReport? evaluation, TrainingOptions options) => new()
    {
        ["model"] = model,
        ["modelBytes"] = new FileInfo(model).Length,
        ["texts"] = split.Training.Count,
        ["heldOutTexts"] = split.HeldOut.Count,
        ["labels"] = new JsonObject([.. labels.Counts.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))]),
        ["words"] = result.Classifier.Vocabulary.Count,
        ["stopReason"] = result.StopReason.ToString(),
        ["epochs"] = result.Epochs.Length,
        ["bestEpoch"] = result.BestEpoch,
        ["trainingSeconds"] = result.TrainingTime.TotalSeconds,
        ["wordsPerSecond"] = result.WordsPerSecond,
        ["evaluation"] = evaluation is null ? null : EvaluationResult.ToJson(evaluation),
        ["settings"] = TrainingSettings.Of(options),
    };
}
