using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Report.Curve;
using MaxPoolConvNet.Tool.Switches;
using MaxPoolConvNet.Tool.Terminal;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>The command curve.</summary>
internal sealed class CurveCommand : ToolCommand
{
    private readonly DataSwitches _data = new();
    private readonly TrainingSwitches _training = new();
    private readonly Option<int> _folds = NumberSwitch.Create(
        "--folds", "number of folds; each is tested by classifiers trained on more and more of the others", new(2, int.MaxValue), 5);

    private readonly FileSwitch _report = ReportSwitch.Create("a plot of the curve");

    private readonly Option<bool> _json = JsonSwitch.Create();

    public CurveCommand(ToolConsole console)
        : base("curve", "Shows how accuracy grows with the number of training texts. Saves no model.", console)
    {
        _data.AddTo(this);
        Add(_folds);
        _training.AddTo(this);
        Add(_report);
        Add(_json);
    }

    public override string[] Examples =>
    [
        "maxpool curve reviews.csv",
        "maxpool curve reviews.csv --report curve.html",
    ];

    public override string[] UsualSwitches => ["--folds", "--label-column", "--text-column", "--tokenizer", "--vectors", "--report"];

    protected override bool SharesWork => true;

    protected override int Run(ParseResult arguments)
    {
        TrainingOptions options = _training.Read(arguments) with { Ranks = Terminal.Ranks.Group };
        VectorNotes.Write(Terminal, options);
        int folds = arguments.GetValue(_folds);
        bool json = arguments.GetValue(_json);
        ReadForm form = _data.Read(arguments, Terminal);
        if (!json) Terminal.Print($"{form}");
        if (ShowProgress(display => LearningCurve.Run(form.Texts, folds, options, display, Terminal.Interrupted)) is not { } report)
        {
            Terminal.Note($"stopped before all sizes were tested");
            return ExitCode.Cancelled;
        }

        if (!Terminal.Ranks.IsFirst) return ExitCode.Success;
        string? page = arguments.GetValue(_report);
        if (page is not null) CurvePage.Save(page, Path.GetFileName(_data.PathOf(arguments)), report);
        PrintResult(json, () => ToJson(form, report, page), () => Print(report, page));
        return ExitCode.Success;
    }

    private void Print(LearningCurveReport report, string? page)
    {
        Terminal.Print($"{report}");
        if (report.Forecasts() is [var all, var twice])
        {
            string gain = (100 * (twice.Accuracy - all.Accuracy)).ToString("0.0", CultureInfo.InvariantCulture);
            Terminal.Print($"twice as many texts would bring about {gain} points of accuracy");
        }
        else
        {
            Terminal.Note($"too few texts for a forecast: it takes three sizes of 20 or more texts, and of two texts per label");
        }

        if (page is not null) Terminal.Print($"report saved to {page}");
    }

    private static JsonObject ToJson(ReadForm form, LearningCurveReport report, string? page) => new()
    {
        ["data"] = form.ToJson(),
        ["texts"] = report.TextCount,
        ["points"] = JsonResult.ArrayOf(report.Points, ToJson),
        ["forecasts"] = JsonResult.ArrayOf(report.Forecasts(), ToJson),
        ["report"] = page,
    };

    private static JsonObject ToJson(LearningCurvePoint point) => new()
    {
        ["texts"] = point.TextCount,
        ["accuracy"] = point.Accuracy,
        ["lower"] = point.Lower,
        ["upper"] = point.Upper,
    };
}
