using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Reflection;

namespace MaxPoolConvNet;

/// <summary>Checks options against the ranges of their properties, and the arguments of methods.</summary>
internal static class OptionRange
{
    /// <summary>Checks each property that has a <see cref="RangeAttribute"/> or is an enumeration; null values are skipped.</summary>
    /// <param name="options">The options.</param>
    /// <param name="owner">The prefix of a property's name in an error.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range or NaN, or an enumeration value is undefined.</exception>
    public static void CheckAll<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(
        TOptions options, string owner = "")
        where TOptions : class
    {
        foreach (PropertyInfo property in typeof(TOptions).GetProperties())
        {
            if (property.GetValue(options) is not IFormattable value) continue;
            if (value is Enum choice)
                CheckChoice(choice, owner + property.Name);
            else if (property.GetCustomAttribute<RangeAttribute>() is { } range)
                CheckNumber(value, range, owner + property.Name);
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">The value is out of range or NaN.</exception>
    public static void Check<T>(T value, T least, T most, string name)
        where T : INumber<T> => new NumberRange<T>(least, most).Check(value, name);

    /// <exception cref="ArgumentOutOfRangeException">The enumeration value is undefined.</exception>
    public static void Check<TEnum>(TEnum value, string name)
        where TEnum : struct, Enum => CheckChoice(value, name);

    private static void CheckNumber(IFormattable value, RangeAttribute range, string name)
    {
        double number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        double least = Convert.ToDouble(range.Minimum, CultureInfo.InvariantCulture);
        double most = Convert.ToDouble(range.Maximum, CultureInfo.InvariantCulture);
        if (number >= least && number <= most) return;
        throw new ArgumentOutOfRangeException(
            name, value, FormattableString.Invariant($"{name} is {value}; a number from {range.Minimum} to {range.Maximum} was expected"));
    }

    private static void CheckChoice(Enum value, string name)
    {
        Type type = value.GetType();
        if (!Enum.IsDefined(type, value))
            throw new ArgumentOutOfRangeException(
                name, value, $"{name} is {value}; one of {string.Join(", ", Enum.GetNames(type))} was expected");
    }
}
