using System.Numerics;

namespace MaxPoolConvNet;

/// <summary>The numbers that an option may be, from the least to the most.</summary>
internal readonly record struct NumberRange<T>(T Least, T Most)
    where T : INumber<T>
{
    /// <summary>Whether a number is one of them; NaN isn't.</summary>
    public bool Contains(T number) => number >= Least && number <= Most;

    /// <exception cref="ArgumentOutOfRangeException">The value isn't one of them.</exception>
    public void Check(T value, string name)
    {
        if (!Contains(value))
        {
            throw new ArgumentOutOfRangeException(
                name, value, FormattableString.Invariant($"{name} is {value}; a number {this} was expected"));
        }
    }

    /// <summary>Such as "from 1 to 100".</summary>
    public override string ToString() => FormattableString.Invariant($"from {Least} to {Most}");
}
