using System.CommandLine;
using MaxPoolConvNet.Tool.Models;
using MaxPoolConvNet.Tool.Switches;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>Tells which words decided.</summary>
internal sealed class ExplainCommand : ToolCommand
{
    private readonly Argument<string> _model = ModelFiles.Argument();
    private readonly Option<bool> _json = JsonSwitch.Create();

    public ExplainCommand(ToolConsole console)
        : base("explain", "Tells which words of a text decided.", console)
    {
        Add(_model);
        Add(_json);
    }

    protected override int Run(ParseResult arguments)
    {
        _ = ModelFiles.Load(arguments.GetValue(_model)!);
        return ExitCode.Success;
    }
}
