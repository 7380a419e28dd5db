using System.CommandLine;

namespace MaxPoolConvNet.Tool.Switches;

internal static class EncodingSwitch
{
    public static Option<string?> Create() => new("--encoding")
    {
        Description = "how bytes stand for characters, such as utf-8, utf-16, windows-1252 or latin1; by default UTF-8, or UTF-16 where the file begins so",
        HelpName = "NAME",
    };
}
