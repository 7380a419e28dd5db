using System.CommandLine;
using MaxPoolConvNet.Tool.Files;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>The switch for a report as an HTML page.</summary>
internal sealed class ReportSwitch
{
    private readonly FileSwitch _report = new("--report", FileUse.Output)
    {
        Description = "write an HTML page with figures, plots and mistakes to this file; overwrites an existing file",
        HelpName = "FILE",
    };

    public void AddTo(Command command) => command.Add(_report);

    /// <summary>The file to write the page to; null for no page.</summary>
    public string? PathOf(ParseResult arguments) => arguments.GetValue(_report);
}
