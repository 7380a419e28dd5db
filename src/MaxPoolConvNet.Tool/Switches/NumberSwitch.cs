using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>
/// Creates switches whose value is a number in a range. A comma is an error, where System.CommandLine alone would ignore it, and errors
/// don't name a .NET type.
/// </summary>
internal static class NumberSwitch
{
    public static Option<T?> Create<T>(string name, string description, SwitchRange<T> range)
        where T : struct, INumber<T> =>
        new(name) { Description = description, HelpName = HelpName<T>(), CustomParser = argument => Parse(name, range, argument) };

    public static Option<T> Create<T>(string name, string description, SwitchRange<T> range, T usual)
        where T : struct, INumber<T> =>
        new(name)
        {
            Description = description,
            HelpName = HelpName<T>(),
            DefaultValueFactory = _ => usual,
            CustomParser = argument => Parse(name, range, argument),
        };

    private static T Parse<T>(string name, SwitchRange<T> range, ArgumentResult argument)
        where T : struct, INumber<T>
    {
        string given = argument.Tokens.Count == 0 ? "" : argument.Tokens[0].Value;
        NumberStyles styles = IsWhole<T>() ? NumberStyles.AllowLeadingSign : NumberStyles.Float;
        if (T.TryParse(given, styles, CultureInfo.InvariantCulture, out T number) && range.Contains(number)) return number;
        string comma = !IsWhole<T>() && given.Contains(',', StringComparison.Ordinal) ? ", with a point instead of the comma" : "";
        argument.AddError($"{name} is '{given}'; a {(IsWhole<T>() ? "whole " : "")}number {range} was expected{comma}");
        return default;
    }

    private static string HelpName<T>()
        where T : struct, INumber<T> => IsWhole<T>() ? "N" : "X";

    private static bool IsWhole<T>()
        where T : struct, INumber<T> => typeof(T) != typeof(double);
}
