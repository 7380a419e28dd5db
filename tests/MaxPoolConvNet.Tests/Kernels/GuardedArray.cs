using System.Numerics;

namespace MaxPoolConvNet.Tests;

/// <summary>Numbers with a cache line of guards on both sides, which nothing may change; not aligned.</summary>
internal sealed class GuardedArray<T>(int length)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Guards = 77;
    private readonly T[] _entries = [.. Enumerable.Repeat(T.CreateChecked(-12345), length + (2 * Guards))];

    public Span<T> Span => _entries.AsSpan(Guards, length);

    /// <summary>Random numbers; the same for the same seed.</summary>
    public static GuardedArray<T> Random(int length, ulong seed)
    {
        var random = new CounterRandom(seed);
        var array = new GuardedArray<T>(length);
        for (int at = 0; at < length; at++)
            array.Span[at] = T.CreateChecked(random.Normals((ulong)at).First);
        return array;
    }

    public void CheckGuards()
    {
        T guard = T.CreateChecked(-12345);
        Assert.False(_entries.AsSpan(0, Guards).ContainsAnyExcept(guard), "the kernel wrote before its span");
        Assert.False(_entries.AsSpan(Guards + length).ContainsAnyExcept(guard), "the kernel wrote behind its span");
    }
}
