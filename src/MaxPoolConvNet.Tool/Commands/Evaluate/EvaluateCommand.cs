using System.CommandLine;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Models;
using MaxPoolConvNet.Tool.Report;
using MaxPoolConvNet.Tool.Switches;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>Tests a classifier on labelled texts.</summary>
internal sealed class EvaluateCommand : ToolCommand
{
    private readonly Argument<string> _model = ModelFiles.Argument();
    private readonly DataSwitches _data = new();
    private readonly ReportSwitch _report = new();
    private readonly Option<bool> _json = JsonSwitch.Create();

    public EvaluateCommand(ToolConsole console)
        : base("evaluate", "Tells how well a classifier recognizes labelled texts that it wasn't trained on.", console)
    {
        Add(_model);
        _data.AddTo(this);
        _report.AddTo(this);
        Add(_json);
    }

    protected override int Run(ParseResult arguments) => Terminal.UntilInterrupted(() => Evaluate(arguments));

    private int Evaluate(ParseResult arguments)
    {
        _report.Check(arguments);
        TextClassifier classifier = ModelFiles.Load(arguments.GetValue(_model)!);
        IReadOnlyList<LabeledText> texts = _data.Read(arguments);
        var labels = new LabelTable(texts);
        labels.CheckKnown(classifier.Labels, _data.PathOf(arguments), texts);
        EvaluationReport report = classifier.Evaluate(texts);
        _report.Write(arguments, () => new ReportSource
        {
            DataFile = Path.GetFileName(_data.PathOf(arguments)),
            Classifier = classifier,
            Texts = new TextSplit([], texts),
            Evaluation = report,
            Settings = ModelFiles.SettingsOf(classifier),
        });
        if (arguments.GetValue(_json))
        {
            var json = (JsonObject)EvaluationResult.ToJson(report);
            json["report"] = _report.PathOf(arguments);
            JsonResult.Write(Terminal, json);
            return ExitCode.Success;
        }

        Terminal.Print($"{texts.Count} texts ({labels})");
        if (_report.PathOf(arguments) is { } page) Terminal.Print($"report in {page}");
        EvaluationResult.Print(Terminal, report);
        return ExitCode.Success;
    }
}
