using System.CommandLine;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Switches;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>The command explain.</summary>
internal sealed class ExplainCommand : ToolCommand
{
    private readonly FileArgument _model = ModelArgument.Create();
    private readonly Argument<string?> _text = new("TEXT") { Description = "text to explain, in quotes", Arity = ArgumentArity.ZeroOrOne };
    private readonly FileSwitch _file = new("--file", FileUse.Input)
    {
        Description = "explain the texts of this file instead (may be gzipped); - for standard input",
        HelpName = "FILE",
    };

    private readonly InputSwitches _input = new();
    private readonly Option<string?> _label = new("--label")
    {
        Description = "explain this label [default: the most probable one]",
        HelpName = "LABEL",
    };

    private readonly FileSwitch _html = new("--html", FileUse.Output)
    {
        Description = "also write an HTML page to this file; overwrites an existing file",
        HelpName = "FILE",
    };

    private readonly Option<bool> _json = JsonSwitch.Create("print one JSON object per text, each on one line");

    public ExplainCommand(ToolConsole console)
        : base("explain", "Shows how much each word of a text contributes to its label.", console)
    {
        Add(_model);
        Add(_text);
        Add(_file);
        _input.AddTo(this);
        foreach (Option option in new Option[] { _label, _html, _json })
            Add(option);
    }

    public override string[] Examples =>
    [
        "maxpool explain reviews.safetensors \"Not only cheap but surprisingly well made.\"",
        "maxpool explain reviews.safetensors --file new.txt --html new.html",
    ];

    protected override int Run(ParseResult arguments)
    {
        string? text = arguments.GetValue(_text);
        string? file = arguments.GetValue(_file);
        if (text is null == file is null) throw new ArgumentException("either a text or --file FILE was expected");
        TextClassifier classifier = ModelFiles.Load(arguments.GetValue(_model)!);
        string? label = arguments.GetValue(_label);
        if (label is not null && !classifier.Labels.Contains(label))
            throw new ArgumentException($"--label is '{label}'; one of {string.Join(", ", classifier.Labels)} was expected");
        using InputTexts? input = file is null ? null : _input.Open(file, arguments, Terminal.Input);
        IEnumerable<string> texts = input is null ? [text!] : input.Read(new InterruptibleStream(input.Stream, Terminal.UntilInterrupted));
        IEnumerable<Explanation> explanations = label is null
            ? texts.Select(classifier.Explain)
            : texts.Select(one => classifier.Explain(one, label));
        bool json = arguments.GetValue(_json);
        if (arguments.GetValue(_html) is { } html) OutputFile.Write(html, stream => Write(explanations, json, stream));
        else Write(explanations, json, page: null);
        return ExitCode.Success;
    }

    private void Write(IEnumerable<Explanation> explanations, bool json, ExplanationPage? page)
    {
        foreach (Explanation explanation in explanations)
        {
            Terminal.Interrupted.ThrowIfCancellationRequested();
            page?.Add(explanation);
            Terminal.Out.WriteLine(json ? explanation.ToJson() : ToText(explanation));
        }
    }

    private void Write(IEnumerable<Explanation> explanations, bool json, Stream file)
    {
        using var page = new ExplanationPage(file);
        Write(explanations, json, page);
    }

    private string ToText(Explanation explanation) =>
        (Terminal is { OutputIsTerminal: true, Colors: true } ? explanation.ToTerminal() : explanation.ToString()) + "\n";
}
