using System.CommandLine;

namespace MaxPoolConvNet.Tool.Switches;

internal static class JsonSwitch
{
    public static Option<bool> Create(string what = "the result as a JSON object, and nothing else on standard output") =>
        new("--json") { Description = what };
}
