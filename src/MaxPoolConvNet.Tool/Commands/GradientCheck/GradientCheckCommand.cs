using System.CommandLine;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Switches;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>The command gradient-check.</summary>
internal sealed class GradientCheckCommand : ToolCommand
{
    private readonly FileArgument _model = ModelArgument.Create();
    private readonly DataSwitches _data = new();
    private readonly Option<int> _texts = NumberSwitch.Create(
        "--texts", "number of texts to check, starting with the first", new(1, int.MaxValue), 3);

    private readonly Option<int> _entries = NumberSwitch.Create(
        "--entries",
        "largest number of entries to check per parameter; more are sampled at random",
        new(1, int.MaxValue),
        200);

    private readonly Option<double> _tolerance = NumberSwitch.Create(
        "--tolerance",
        "largest relative difference that passes",
        SwitchRange<double>.Of<GradientCheckOptions>(nameof(GradientCheckOptions.Tolerance)),
        new GradientCheckOptions().Tolerance);

    private readonly Option<bool> _json = JsonSwitch.Create();

    public GradientCheckCommand(ToolConsole console)
        : base("gradient-check", "Compares the gradients of a classifier with numerical ones; exit code 1 if any differs.", console)
    {
        Add(_model);
        _data.AddTo(this);
        foreach (Option option in new Option[] { _texts, _entries, _tolerance, _json })
            Add(option);
    }

    public override string[] Examples =>
    [
        "maxpool gradient-check reviews.safetensors reviews.csv --texts 5",
    ];

    protected override int Run(ParseResult arguments) => Terminal.UntilInterrupted(() => Check(arguments));

    private int Check(ParseResult arguments)
    {
        int most = arguments.GetValue(_texts);
        var options = new GradientCheckOptions
        {
            MaximumEntries = arguments.GetValue(_entries),
            Tolerance = arguments.GetValue(_tolerance),
        };
        TextClassifier classifier = ModelFiles.Load(arguments.GetValue(_model)!);
        LabeledTexts texts = _data.Read(arguments, Terminal).Texts;
        new LabelTable(texts).CheckKnown(classifier.Labels, _data.PathOf(arguments), texts);
        ConvNet network = classifier.ToConvNet();
        bool json = arguments.GetValue(_json);
        var results = new JsonArray();
        bool passed = true;
        for (int t = 0; t < Math.Min(most, texts.Count); t++)
        {
            Target target = TargetOf(classifier, network, texts[t]);
            TextInput text = classifier.ToTextInput(texts[t].Text);
            GradientReport report = GradientChecker.Check(network, text, target, options, Terminal.Interrupted);
            passed &= report.HasPassed;
            results.Add((JsonNode)GradientJson.ToJson(report));
            if (!json) Terminal.Print($"text {t + 1}:\n{report}\n");
        }

        PrintResult(
            json,
            () => new JsonObject { ["passed"] = passed, ["texts"] = results.Count, ["checks"] = results },
            () => Terminal.Print($"{results.Count} texts: {(passed ? "passed" : "FAILED")}"));
        return passed ? ExitCode.Success : ExitCode.CheckFailed;
    }

    private static Target TargetOf(TextClassifier classifier, ConvNet network, LabeledText text)
    {
        int[] classes = [.. text.Labels.Select(label => classifier.Labels.IndexOf(label))];
        if (network.Output.Kind == OutputKind.MultiLabel) return Target.OfClasses(classes);
        return classes.Length == 1
            ? Target.OfClass(classes[0])
            : throw new InvalidDataException($"a text has {classes.Length} labels; this classifier needs exactly one label per text");
    }
}
