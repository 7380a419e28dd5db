using System.CommandLine;
using MaxPoolConvNet.Tool.Models;
using MaxPoolConvNet.Tool.Switches;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>Tells what is in a model file.</summary>
internal sealed class InspectCommand : ToolCommand
{
    private readonly Argument<string> _model = ModelFiles.Argument();
    private readonly Option<bool> _json = JsonSwitch.Create();

    public InspectCommand(ToolConsole console)
        : base("inspect", "Tells what is in a model file.", console)
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
