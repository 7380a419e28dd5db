using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>The largest fraction of the accepted predictions that may be wrong.</summary>
internal static class MaxErrorSwitch
{
    public const string Name = "--max-error";

    public static Option<double?> Create() => new(Name)
    {
        Description = "print ? where more than this fraction would be wrong (0.005 to 0.2); needs train --acceptance",
        HelpName = "X",
        CustomParser = Parse,
    };

    /// <summary>The rates that there are, separated by commas.</summary>
    private static string Rates => string.Join(", ", AcceptanceTable.Rates.Select(rate => rate.ToString(CultureInfo.InvariantCulture)));

    private static double? Parse(ArgumentResult argument)
    {
        string given = argument.Tokens.Count == 0 ? "" : argument.Tokens[0].Value;
        bool isNumber = double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out double rate);
        if (isNumber && AcceptanceTable.Rates.Contains(rate)) return rate;
        argument.AddError($"{Name} is '{given}'; one of the rates from 0.005 to 0.2 was expected: {Rates}");
        return null;
    }
}
