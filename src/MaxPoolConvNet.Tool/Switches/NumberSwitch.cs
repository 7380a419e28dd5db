using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>
/// A switch that takes a number. One with a comma is refused, which System.CommandLine alone would take for a number without it; and what isn't a
/// number is told without the name of a .NET type.
/// </summary>
internal static class NumberSwitch
{
    public static Option<T?> Create<T>(string name, string description)
        where T : struct, INumber<T> =>
        new(name) { Description = description, HelpName = HelpName<T>(), CustomParser = argument => Parse<T>(name, argument) };

    public static Option<T> Create<T>(string name, string description, T usual)
        where T : struct, INumber<T> =>
        new(name) { Description = description, HelpName = HelpName<T>(), DefaultValueFactory = _ => usual, CustomParser = argument => Parse<T>(name, argument) };

    private static T Parse<T>(string name, ArgumentResult argument)
        where T : struct, INumber<T>
    {
        string given = argument.Tokens.Count == 0 ? "" : argument.Tokens[0].Value;
        NumberStyles styles = IsWhole<T>() ? NumberStyles.AllowLeadingSign : NumberStyles.Float;
        if (!T.TryParse(given, styles, CultureInfo.InvariantCulture, out T number))
            argument.AddError($"{name} is '{given}'; a {(IsWhole<T>() ? "whole number" : "number, such as 0.5,")} was expected");
        return number;
    }

    private static string HelpName<T>()
        where T : struct, INumber<T> => IsWhole<T>() ? "N" : "X";

    private static bool IsWhole<T>()
        where T : struct, INumber<T> => typeof(T) != typeof(double);
}
