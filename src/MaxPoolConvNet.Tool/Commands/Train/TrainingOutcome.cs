using System.Text.Json.Nodes;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Report;
using MaxPoolConvNet.Tool.Report.Data;
using MaxPoolConvNet.Tool.Terminal;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>The outcome of a training and its test on the held-out texts, as text or JSON.</summary>
internal sealed class TrainingOutcome
{
    private readonly string _model;
    private readonly TextSplit _split;
    private readonly LabelTable _labels;
    private readonly TrainingResult _result;
    private readonly TextClassifier _classifier;
    private readonly EvaluationReport? _evaluation;
    private readonly double? _accuracyOfAnySize;
    private readonly NearDuplicateReport? _duplicates;

    /// <param name="model">The file of the saved classifier.</param>
    /// <param name="split">The training texts and the held-out texts.</param>
    /// <param name="labels">The labels of the training texts.</param>
    /// <param name="result">The result of the training.</param>
    /// <param name="classifier">The classifier that was saved, which may be a smaller one than the result's.</param>
    /// <param name="interrupted">Cancels the test.</param>
    /// <exception cref="OperationCanceledException">The test was cancelled.</exception>
    public TrainingOutcome(
        string model,
        TextSplit split,
        LabelTable labels,
        TrainingResult result,
        TextClassifier classifier,
        CancellationToken interrupted)
    {
        _model = model;
        _split = split;
        _labels = labels;
        _result = result;
        _classifier = classifier;
        if (split.HeldOut.Count == 0) return;
        _evaluation = classifier.Evaluate(split.HeldOut, result.Options.Threads, interrupted);
        if (classifier != result.Classifier)
            _accuracyOfAnySize = result.Classifier.Evaluate(split.HeldOut, result.Options.Threads, interrupted).Accuracy;

        // the tables of training are garbage that is collected late; what follows takes memory of its own
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        var options = new NearDuplicateOptions { Threads = result.Options.Threads };
        _duplicates = NearDuplicates.Find(split.Training, split.HeldOut, options, interrupted);
    }

    /// <summary>The file of the HTML report; null for none.</summary>
    public string? Report { get; init; }

    /// <summary>The form in which the texts were read.</summary>
    public required ReadForm Form { get; init; }

    /// <summary>The figures of each rank; empty for a training by one process.</summary>
    public required RankFigures[] Ranks { get; init; }

    public void Print(ToolConsole console)
    {
        string epochs = _result.Epochs.Length == 1 ? "epoch" : "epochs";
        string speed = FormattableString.Invariant($"{_result.TrainingTime.TotalSeconds:F2} s, {_result.WordsPerSecond:N0} words/s");
        string memory = FormattableString.Invariant($"about {Math.Max(1, _result.EstimatedMemoryBytes / 1_000_000):N0} MB of memory");
        console.Print($"{_result.Epochs.Length} {epochs} in {speed}, {memory}; {_classifier.Vocabulary.Count} known words");
        if (Ranks.Length > 0) console.Print($"{RankFigures.Line(Ranks)}");
        if (_result.VectorCoverage is { } coverage)
            console.Print($"{coverage.CoveredWordCount} of the {coverage.WordCount} training words have a vector");
        if (_classifier.Calibration is { } calibration) console.Print($"{CalibrationResult.Line(calibration)}");
        if (_result.UncalibratedReason is { } reason) console.Print($"probabilities not calibrated: {reason}");
        console.Print($"saved to {_model}, {ModelFiles.LengthOf(_model):N0} bytes");
        if (Report is not null) console.Print($"report saved to {Report}");
        if (_evaluation is null) return;
        console.Print($"\non the {_evaluation.TextCount} held-out texts:");
        EvaluationResult.Print(console, _evaluation);
        if (_accuracyOfAnySize is { } accuracy)
            console.Print($"\naccuracy without --max-size: {accuracy:P1}; it costs {100 * (accuracy - _evaluation.Accuracy):F1} points");
        if (_duplicates is { DuplicateCount: > 0 }) console.Print($"\n{_duplicates}");
    }

    /// <param name="data">The file of the texts.</param>
    public ReportSource ToReport(string data) => new()
    {
        DataFile = Path.GetFileName(data),
        Classifier = _classifier,
        Texts = _split,
        Evaluation = _evaluation,
        Duplicates = _duplicates,
        Training = _result,
        Ranks = [.. Ranks],
        Settings = TrainingSettings.ToJson(_result.Options),
    };

    /// <param name="oldTexts">The number of old texts added to the training texts.</param>
    /// <param name="withoutTexts">The labels of the classifier trained further that no training text has.</param>
    public JsonObject ToJson(int oldTexts, IReadOnlyList<string> withoutTexts) => new()
    {
        ["model"] = _model,
        ["modelBytes"] = ModelFiles.LengthOf(_model),
        ["report"] = Report,
        ["data"] = Form.ToJson(),
        ["texts"] = _split.Training.Count,
        ["oldTexts"] = oldTexts,
        ["heldOutTexts"] = _split.HeldOut.Count,
        ["heldOutNearDuplicates"] = _duplicates?.DuplicateCount,
        ["labels"] = JsonResult.ObjectOf(_labels.Counts),
        ["labelsWithoutTexts"] = JsonResult.ArrayOf(withoutTexts),
        ["words"] = _classifier.Vocabulary.Count,
        ["stopReason"] = _result.StopReason.ToString(),
        ["epochs"] = _result.Epochs.Length,
        ["bestEpoch"] = _result.BestEpoch,
        ["trainingSeconds"] = _result.TrainingTime.TotalSeconds,
        ["wordsPerSecond"] = _result.WordsPerSecond,
        ["estimatedMemoryBytes"] = _result.EstimatedMemoryBytes,
        ["ranks"] = Ranks.Length == 0 ? null : JsonResult.ArrayOf(Ranks, rank => rank.ToJson()),
        ["calibration"] = CalibrationResult.ToJson(_classifier.Calibration),
        ["uncalibratedReason"] = _result.UncalibratedReason,
        ["accuracyWithoutMaxSize"] = _accuracyOfAnySize,
        ["evaluation"] = _evaluation is null ? null : EvaluationResult.ToJson(_evaluation),
        ["settings"] = TrainingSettings.ToJson(_result.Options),
    };
}
