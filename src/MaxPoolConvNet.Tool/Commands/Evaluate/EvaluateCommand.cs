using System.CommandLine;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Report;
using MaxPoolConvNet.Tool.Report.Html;
using MaxPoolConvNet.Tool.Switches;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>The command evaluate.</summary>
internal sealed class EvaluateCommand : ToolCommand
{
    private readonly FileArgument _model = ModelArgument.Create();
    private readonly DataSwitches _data = new();
    private readonly FileSwitch _report = ReportSwitch.Create();
    private readonly Option<bool> _json = JsonSwitch.Create();

    public EvaluateCommand(ToolConsole console)
        : base("evaluate", "Measures a classifier on labeled texts that it wasn't trained on.", console)
    {
        Add(_model);
        _data.AddTo(this);
        Add(_report);
        Add(_json);
    }

    public override string[] Examples =>
    [
        "maxpool evaluate reviews.safetensors test.csv",
        "maxpool evaluate reviews.safetensors test.csv --report test.html",
    ];

    protected override int Run(ParseResult arguments) => Terminal.UntilInterrupted(() => Evaluate(arguments));

    private int Evaluate(ParseResult arguments)
    {
        TextClassifier classifier = ModelFiles.Load(arguments.GetValue(_model)!);
        ReadForm form = _data.Read(arguments, Terminal);
        LabeledTexts texts = form.Texts;
        EvaluationReport report = classifier.Evaluate(texts, cancellationToken: Terminal.Interrupted);
        string? page = arguments.GetValue(_report);
        if (page is not null)
        {
            ReportPage.Save(page, new ReportSource
            {
                DataFile = Path.GetFileName(_data.PathOf(arguments)),
                Classifier = classifier,
                Texts = new TextSplit([], texts),
                Evaluation = report,
                Settings = ModelFiles.SettingsOf(classifier),
            });
        }

        PrintResult(arguments.GetValue(_json), () => ToJson(form, report, page), () => Print(form, report, page));
        return ExitCode.Success;
    }

    private static JsonObject ToJson(ReadForm form, EvaluationReport report, string? page)
    {
        JsonObject json = EvaluationResult.ToJson(report);
        json["data"] = form.ToJson();
        json["report"] = page;
        return json;
    }

    private void Print(ReadForm form, EvaluationReport report, string? page)
    {
        Terminal.Print($"{form}");
        if (page is not null) Terminal.Print($"report saved to {page}");
        EvaluationResult.Print(Terminal, report);
    }
}
