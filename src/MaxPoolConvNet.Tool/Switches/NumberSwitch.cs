using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>A switch that takes a number with a point. One with a comma is refused: System.CommandLine alone takes 0,01 for 1.</summary>
internal static class NumberSwitch
{
    public static Option<double?> Create(string name, string description) =>
        new(name) { Description = description, HelpName = "X", CustomParser = argument => Parse(name, argument) };

    public static Option<double> Create(string name, string description, double usual) =>
        new(name) { Description = description, HelpName = "X", DefaultValueFactory = _ => usual, CustomParser = argument => Parse(name, argument) };

    private static double Parse(string name, ArgumentResult argument)
    {
        string given = argument.Tokens.Count == 0 ? "" : argument.Tokens[0].Value;
        if (!double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            argument.AddError($"{name} is '{given}'; a number was expected, such as 0.5");
        return number;
    }
}
