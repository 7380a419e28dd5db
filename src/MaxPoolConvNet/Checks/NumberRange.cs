using System.Numerics;

namespace MaxPoolConvNet;

/// <summary>The allowed range of a numeric option.</summary>
internal readonly struct NumberRange<T>(T least, T most)
    where T : INumber<T>
{
    public T Least { get; } = least;

    public T Most { get; } = most;

    /// <summary>Returns whether a number is in the range; NaN isn't.</summary>
    public bool Contains(T number) => number >= Least && number <= Most;

    /// <summary>Throws if a value isn't in the range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public void Check(T value, string name)
    {
        if (!Contains(value))
        {
            throw new ArgumentOutOfRangeException(
                name, value, FormattableString.Invariant($"{name} is {value}; a number {this} was expected"));
        }
    }

    /// <summary>Returns text such as "from 1 to 100".</summary>
    public override string ToString() => FormattableString.Invariant($"from {Least} to {Most}");
}
