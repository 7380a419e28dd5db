using MaxPoolConvNet.Tool.Files;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>The switch for a report as an HTML page.</summary>
internal static class ReportSwitch
{
    /// <param name="content">What the page has.</param>
    public static FileSwitch Create(string content = "figures, plots and mistakes") => new("--report", FileUse.Output)
    {
        Description = $"write an HTML page with {content} to this file; overwrites an existing file",
        HelpName = "FILE",
    };
}
