using System.CommandLine;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Switches;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>Tells which words of texts decided.</summary>
internal sealed class ExplainCommand : ToolCommand
{
    private readonly Argument<string> _model = ModelArgument.Create();
    private readonly Argument<string?> _text = new("TEXT") { Description = "the text to explain", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _file = new("--file")
    {
        Description = "explain all texts of a file instead, gzip too; - is standard input",
        HelpName = "FILE",
    };

    private readonly InputSwitches _input = new();
    private readonly Option<string?> _label = new("--label")
    {
        Description = "what speaks for this label; by default the most probable one",
        HelpName = "LABEL",
    };

    private readonly Option<string?> _html = new("--html")
    {
        Description = "write a page for the browser to this file, too; one that is there is replaced",
        HelpName = "FILE",
    };

    private readonly Option<bool> _json = JsonSwitch.Create("a JSON object a line for each text, and nothing else on standard output");

    public ExplainCommand(ToolConsole console)
        : base("explain", "Tells which words of a text decided, and how much each speaks for the label.", console)
    {
        Add(_model);
        Add(_text);
        Add(_file);
        _input.AddTo(this);
        foreach (Option option in new Option[] { _label, _html, _json })
            Add(option);
    }

    protected override int Run(ParseResult arguments)
    {
        string? text = arguments.GetValue(_text);
        string? file = arguments.GetValue(_file);
        if (text is null == file is null) throw new ArgumentException("a text or --file was expected, one of them");
        TextClassifier classifier = ModelFiles.Load(arguments.GetValue(_model)!);
        string? label = arguments.GetValue(_label);
        if (label is not null && !classifier.Labels.Contains(label))
            throw new ArgumentException($"--label is '{label}'; one of {string.Join(", ", classifier.Labels)} was expected");
        using Stream? input = file is null ? null : Open(file);
        IEnumerable<string> texts = input is null ? [text!] : TextFile.Read(input, InputFile.NameOf(file!), _input.Read(arguments));
        using ExplanationPage? page = arguments.GetValue(_html) is { } html ? new ExplanationPage(html) : null;
        bool json = arguments.GetValue(_json);
        foreach (string one in texts)
        {
            Terminal.Interrupted.ThrowIfCancellationRequested();
            Explanation explanation = label is null ? classifier.Explain(one) : classifier.Explain(one, label);
            page?.Add(explanation);
            Terminal.Out.WriteLine(json ? ExplanationJson.ToLine(explanation) : ToText(explanation));
        }

        return ExitCode.Success;
    }

    private InterruptibleStream Open(string file) => new(InputFile.Open(file, Terminal.Input), Terminal.UntilInterrupted);

    private string ToText(Explanation explanation) =>
        (Terminal is { OutputIsTerminal: true, Colors: true } ? explanation.ToTerminal() : explanation.ToString()) + "\n";
}
