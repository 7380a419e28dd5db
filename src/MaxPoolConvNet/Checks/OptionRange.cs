using System.Numerics;

namespace MaxPoolConvNet;

/// <summary>Checks options against the range that their documentation states.</summary>
internal static class OptionRange
{
    /// <exception cref="ArgumentOutOfRangeException">The value isn't from least to most; NaN isn't either.</exception>
    public static void Check<T>(T value, T least, T most, string name)
        where T : INumber<T> => new NumberRange<T>(least, most).Check(value, name);

    /// <exception cref="ArgumentOutOfRangeException">The enumeration has no such value.</exception>
    public static void Check<TEnum>(TEnum value, string name)
        where TEnum : struct, Enum
    {
        if (!Enum.IsDefined(value))
            throw new ArgumentOutOfRangeException(name, value, $"{name} is {value}; one of {string.Join(", ", Enum.GetNames<TEnum>())} was expected");
    }
}
