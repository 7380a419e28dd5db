using System.Collections.Immutable;

namespace MaxPoolConvNet.Tests;

/// <summary>xUnit's assertions, with those of xUnit v3 that the tests use.</summary>
internal sealed class Assert : Xunit.Assert
{
    /// <summary>By their elements, of which xUnit v2 compares the array behind an immutable one.</summary>
    public static void Equal<T>(IEnumerable<T> expected, ImmutableArray<T> actual) => Xunit.Assert.Equal(expected, actual.AsEnumerable());

    /// <summary>By their elements.</summary>
    public static void Equal<T>(ImmutableArray<T> expected, ImmutableArray<T> actual) =>
        Xunit.Assert.Equal(expected.AsEnumerable(), actual.AsEnumerable());

    /// <summary>Fails, so that no mutant survives because a test was skipped.</summary>
    public static void Skip(string reason) => Fail(reason);

    /// <summary>Fails on the condition.</summary>
    public static void SkipWhen(bool condition, string reason) => False(condition, reason);
}
