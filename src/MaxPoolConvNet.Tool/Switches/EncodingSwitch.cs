using System.CommandLine;

namespace MaxPoolConvNet.Tool.Switches;

internal static class EncodingSwitch
{
    public static Option<string?> Create() => new("--encoding")
    {
        Description = "encoding, such as utf-16, windows-1252 or latin1 [default: UTF-8, or UTF-16 if detected]",
        HelpName = "NAME",
    };
}
