using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>A switch whose value is a number of bytes: a number, or one followed by KB, MB or GB (powers of 1,000).</summary>
internal sealed class SizeSwitch : Option<long?>
{
    private const long Most = 1_000_000_000_000;
    private static readonly (string Unit, double Bytes)[] _units = [("KB", 1e3), ("MB", 1e6), ("GB", 1e9), ("B", 1)];

    public SizeSwitch(string name, string description)
        : base(name)
    {
        Description = description;
        HelpName = "SIZE";
        CustomParser = Parse;
    }

    private static long? Parse(ArgumentResult argument)
    {
        string given = argument.Tokens[0].Value;
        (string unit, double bytes) = _units.FirstOrDefault(one => given.EndsWith(one.Unit, StringComparison.OrdinalIgnoreCase), ("", 1));
        if (double.TryParse(given.AsSpan()[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
            && number * bytes is >= 1_000 and <= Most)
        {
            return (long)(number * bytes);
        }

        string name = ((OptionResult)argument.Parent!).Option.Name;
        argument.AddError($"{name} is '{given}'; a size from 1KB to 1000GB was expected, such as 800KB or 1.5MB");
        return null;
    }
}
