using System.Numerics;

namespace MaxPoolConvNet;

/// <summary>Checks options against the range that their documentation states.</summary>
internal static class OptionRange
{
    /// <exception cref="ArgumentOutOfRangeException">The value isn't from least to most; NaN isn't either.</exception>
    public static void Check<T>(T value, T least, T most, string name)
        where T : INumber<T>
    {
        if (!(value >= least && value <= most))
        {
            throw new ArgumentOutOfRangeException(
                name, value, FormattableString.Invariant($"{name} is {value}; a number from {least} to {most} was expected"));
        }
    }
}
