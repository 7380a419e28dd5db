using System.CommandLine;
using MaxPoolConvNet.Storage;
using MaxPoolConvNet.Tool.Models;
using MaxPoolConvNet.Tool.Report;
using MaxPoolConvNet.Tool.Report.Html;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>The switch for a page about what a command has found.</summary>
internal sealed class ReportSwitch
{
    private readonly Option<string?> _report = new("--report")
    {
        Description = "write a page for the browser to this file, with plots, mistakes and what the classifier looks for; one that is there is replaced",
        HelpName = "FILE",
    };

    public void AddTo(Command command) => command.Add(_report);

    /// <summary>A file that can't be made is told before the work, not after it.</summary>
    public void Check(ParseResult arguments)
    {
        if (arguments.GetValue(_report) is { } path) ModelFiles.CheckFolder(path, _report.Name);
    }

    /// <summary>The file that the page is written to; null for none.</summary>
    public string? PathOf(ParseResult arguments) => arguments.GetValue(_report);

    /// <param name="arguments">The arguments.</param>
    /// <param name="source">What the page is made from, asked for where there is to be one.</param>
    public void Write(ParseResult arguments, Func<ReportSource> source)
    {
        if (arguments.GetValue(_report) is not { } path) return;
        ReportData data = ReportData.Of(source());
        ReplacedFile.Write(path, file => ReportPage.Write(data, file));
    }
}
