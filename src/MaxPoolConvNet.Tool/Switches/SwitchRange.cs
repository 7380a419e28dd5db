using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Reflection;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>The range of a switch's numbers, both ends included.</summary>
internal readonly record struct SwitchRange<T>(T Least, T Most)
    where T : struct, INumber<T>
{
    /// <summary>The range declared by a property of the library's options.</summary>
    public static SwitchRange<T> Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(string property)
    {
        RangeAttribute range = typeof(TOptions).GetProperty(property)!.GetCustomAttribute<RangeAttribute>()!;
        return new SwitchRange<T>(Number(range.Minimum), Number(range.Maximum));
    }

    /// <summary>Whether a number is in the range; NaN isn't.</summary>
    public bool Contains(T number) => number >= Least && number <= Most;

    /// <summary>The range in words, such as "from 1 to 100".</summary>
    public override string ToString() => FormattableString.Invariant($"from {Least} to {Most}");

    private static T Number(object bound) => (T)Convert.ChangeType(bound, typeof(T), CultureInfo.InvariantCulture);
}
