using System.CommandLine;

namespace MaxPoolConvNet.Tool.Switches;

internal static class JsonSwitch
{
    public static Option<bool> Create(string what = "print the result as one JSON object, and nothing else, to standard output") =>
        new("--json") { Description = what };
}
