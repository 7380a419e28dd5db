using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Switches;
using MaxPoolConvNet.Tool.Terminal;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>The command cross-validate.</summary>
internal sealed class CrossValidateCommand : ToolCommand
{
    private readonly DataSwitches _data = new();
    private readonly TrainingSwitches _training = new();
    private readonly Option<int> _folds = NumberSwitch.Create(
        "--folds", "number of folds; each is tested by a classifier trained on the others", new(2, int.MaxValue), 10);

    private readonly Option<bool> _json = JsonSwitch.Create();

    public CrossValidateCommand(ToolConsole console)
        : base("cross-validate", "Tests each text once, with a classifier trained on the other folds. Saves no model.", console)
    {
        _data.AddTo(this);
        Add(_folds);
        _training.AddTo(this);
        Add(_json);
    }

    public override string[] Examples =>
    [
        "maxpool cross-validate reviews.csv --folds 5",
    ];

    public override string[] UsualSwitches => ["--folds", "--label-column", "--text-column", "--tokenizer", "--vectors", "--json"];

    protected override bool SharesWork => true;

    protected override int Run(ParseResult arguments)
    {
        TrainingOptions options = _training.Read(arguments) with { Ranks = Terminal.Ranks.Group };
        VectorNotes.Write(Terminal, options);
        int folds = arguments.GetValue(_folds);
        bool json = arguments.GetValue(_json);
        ReadForm form = _data.Read(arguments, Terminal);
        LabeledTexts texts = form.Texts;
        var labels = new LabelTable(texts);
        if (!json) Terminal.Print($"{form}");
        if (!json) Terminal.Print($"{texts.Count} texts ({labels}) in {folds} folds");
        if (ShowProgress(display => CrossValidation.Run(texts, folds, options, display, Terminal.Interrupted)) is not { } report)
        {
            Terminal.Note($"stopped before all folds were tested");
            return ExitCode.Cancelled;
        }

        if (!report.RareLabels.IsEmpty) Terminal.Note($"{Rare(labels, report.RareLabels)}");
        PrintResult(json, () => ToJson(form, labels, report), () => Print(report));
        return ExitCode.Success;
    }

    private void Print(CrossValidationReport report)
    {
        IEnumerable<string> accuracies = report.Folds.Select(fold => fold.Evaluation.Accuracy.ToString("P1", CultureInfo.InvariantCulture));
        Terminal.Print($"trained for {report.TrainingTime.TotalSeconds:F2} s, {WordsPerSecond(report):N0} words/s");
        Terminal.Print($"accuracy of each fold: {string.Join(", ", accuracies)}");
        (double accuracy, double deviation) = (report.Accuracy, report.AccuracyStandardDeviation);
        Terminal.Print($"accuracy {accuracy:P2}, standard deviation over the folds {deviation:P2}, macro-averaged F1 {report.MacroF1:P2}");
        EvaluationResult.Print(Terminal, report.Confusion);
    }

    private static string Rare(LabelTable labels, ImmutableArray<string> rare)
    {
        const int MostShown = 10;
        string shown = string.Join(", ", rare.Take(MostShown).Select(label => $"'{label}' ({labels.Counts[label]})"));
        string more = rare.Length > MostShown ? $" and {rare.Length - MostShown} more" : "";
        return $"labels with fewer texts than folds: {shown}{more}; some folds have no text of theirs to test, "
            + "and the only text of a label is never classified correctly";
    }

    private static double WordsPerSecond(CrossValidationReport report) =>
        report.TrainedWordCount / Math.Max(report.TrainingTime.TotalSeconds, 1e-9);

    private static JsonObject ToJson(ReadForm form, LabelTable labels, CrossValidationReport report) => new()
    {
        ["data"] = form.ToJson(),
        ["texts"] = form.Texts.Count,
        ["labels"] = JsonResult.ObjectOf(labels.Counts),
        ["rareLabels"] = JsonResult.ArrayOf(report.RareLabels),
        ["accuracy"] = report.Accuracy,
        ["accuracyStandardDeviation"] = report.AccuracyStandardDeviation,
        ["macroF1"] = report.MacroF1,
        ["trainingSeconds"] = report.TrainingTime.TotalSeconds,
        ["wordsPerSecond"] = WordsPerSecond(report),
        ["folds"] = JsonResult.ArrayOf(report.Folds, fold => EvaluationResult.ToJson(fold.Evaluation)),
        ["settings"] = TrainingSettings.ToJson(report.Folds[0].Options),
    };
}
