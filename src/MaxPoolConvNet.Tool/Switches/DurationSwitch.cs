using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>A switch whose value is a time: a number followed by s, m or h; without a unit, seconds.</summary>
internal sealed class DurationSwitch : Option<TimeSpan?>
{
    private const double MostHours = 1_000;

    public DurationSwitch(string name, string description)
        : base(name)
    {
        Description = description;
        HelpName = "TIME";
        CustomParser = Parse;
    }

    private static TimeSpan? Parse(ArgumentResult argument)
    {
        string given = argument.Tokens[0].Value;
        double seconds = given.EndsWith('h') ? 3_600 : given.EndsWith('m') ? 60 : 1;
        if (double.TryParse(given.TrimEnd('s', 'm', 'h'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
            && number > 0 && given.Length - given.TrimEnd('s', 'm', 'h').Length <= 1 && number * seconds <= MostHours * 3_600)
        {
            return TimeSpan.FromSeconds(number * seconds);
        }

        string name = ((OptionResult)argument.Parent!).Option.Name;
        argument.AddError(FormattableString.Invariant(
            $"{name} is '{given}'; a time up to {MostHours}h was expected, such as 90s, 10m or 2h"));
        return TimeSpan.Zero;
    }
}
