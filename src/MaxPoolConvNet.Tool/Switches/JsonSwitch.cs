using System.CommandLine;

namespace MaxPoolConvNet.Tool.Switches;

internal static class JsonSwitch
{
    public static Option<bool> Create(string what = "print the result as one JSON object; standard output has nothing else") =>
        new("--json") { Description = what };
}
