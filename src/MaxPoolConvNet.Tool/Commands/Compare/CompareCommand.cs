using System.CommandLine;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Switches;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>The command compare.</summary>
internal sealed class CompareCommand : ToolCommand
{
    private readonly FileArgument _first = new("FIRST") { Description = "classifier saved by maxpool train, such as the one in service" };
    private readonly FileArgument _second = new("SECOND") { Description = "another one, such as the one to replace it" };
    private readonly DataSwitches _data = new();

    private readonly Option<double> _level = NumberSwitch.Create(
        "--level",
        "level of significance; intervals have a confidence of 1 - X",
        SwitchRange<double>.Of<ModelComparisonOptions>(nameof(ModelComparisonOptions.Level)),
        new ModelComparisonOptions().Level);

    private readonly Option<double> _margin = NumberSwitch.Create(
        "--margin",
        "how much lower SECOND's accuracy may be without counting as worse",
        SwitchRange<double>.Of<ModelComparisonOptions>(nameof(ModelComparisonOptions.Margin)),
        new ModelComparisonOptions().Margin);

    private readonly Option<int> _texts = NumberSwitch.Create(
        "--texts", "how many texts to show whose label changed", new SwitchRange<int>(0, int.MaxValue), 10);

    private readonly FileSwitch _html = new("--html", FileUse.Output)
    {
        Description = "also write an HTML page of all texts whose label changed, with shaded words; overwrites an existing file",
        HelpName = "FILE",
    };

    private readonly Option<bool> _json = JsonSwitch.Create();

    public CompareCommand(ToolConsole console)
        : base("compare", "Compares two classifiers on the same texts; exit code 1 if the second is significantly worse.", console)
    {
        Add(_first);
        Add(_second);
        _data.AddTo(this);
        foreach (Option option in new Option[] { _level, _margin, _texts, _html, _json })
            Add(option);
    }

    public override string[] Examples =>
    [
        "maxpool compare reviews.safetensors new.safetensors test.csv",
        "maxpool compare old.safetensors new.safetensors test.csv --margin 0.005 && mv new.safetensors old.safetensors",
    ];

    protected override int Run(ParseResult arguments) => Terminal.UntilInterrupted(() => Compare(arguments));

    private int Compare(ParseResult arguments)
    {
        TextClassifier first = ModelFiles.Load(arguments.GetValue(_first)!);
        TextClassifier second = ModelFiles.Load(arguments.GetValue(_second)!);
        ReadForm form = _data.Read(arguments, Terminal);
        var options = new ModelComparisonOptions
        {
            Level = arguments.GetValue(_level),
            Margin = arguments.GetValue(_margin),
        };
        ComparisonReport report = ModelComparison.Run(first, second, form.Texts, options, Terminal.Interrupted);
        var changes = new ChangedTexts(first, second, form.Texts, report);
        string? html = arguments.GetValue(_html);
        if (html is not null) changes.Save(html, Terminal.Interrupted);
        PrintResult(arguments.GetValue(_json), () => ToJson(form, report, changes, html), () => Print(arguments, form, report, changes));
        return report.IsSignificantlyWorse ? ExitCode.CheckFailed : ExitCode.Success;
    }

    private static JsonObject ToJson(ReadForm form, ComparisonReport report, ChangedTexts changes, string? html)
    {
        JsonObject json = ComparisonResult.ToJson(report, changes);
        json["data"] = form.ToJson();
        json["html"] = html;
        return json;
    }

    private void Print(ParseResult arguments, ReadForm form, ComparisonReport report, ChangedTexts changes)
    {
        Terminal.Print($"{form}");
        ComparisonResult.Print(Terminal, report);
        changes.Print(Terminal, arguments.GetValue(_texts));
    }
}
