using System.CommandLine;
using MaxPoolConvNet.Tool.Files;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>The switch for a page about what a command has found.</summary>
internal sealed class ReportSwitch
{
    private readonly FileSwitch _report = new("--report", FileUse.Output)
    {
        Description = "write an HTML page with figures, plots and mistakes to this file; an existing one is replaced",
        HelpName = "FILE",
    };

    public void AddTo(Command command) => command.Add(_report);

    /// <summary>The file to write the page to; null for none.</summary>
    public string? PathOf(ParseResult arguments) => arguments.GetValue(_report);
}
