using System.Numerics;
using System.Runtime.CompilerServices;

namespace MaxPoolConvNet.Tests;

public sealed class AlignedArrayFloatTests : AlignedArrayTests<float>;

public sealed class AlignedArrayDoubleTests : AlignedArrayTests<double>;

public abstract class AlignedArrayTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Fact]
    public void First_StandsAtTheBeginningOfACacheLineAlsoAfterACollection()
    {
        AlignedArray<T>[] arrays = [.. Enumerable.Range(0, 300).Select(length => new AlignedArray<T>(length))];
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        Assert.All(arrays, array => Assert.Equal(0, Address(ref array.First) % 64));
    }

    [Fact]
    public void Span_HasTheLengthAskedForAndZeros()
    {
        for (int length = 0; length < 300; length++)
        {
            var array = new AlignedArray<T>(length);
            Assert.Equal((length, length), (array.Length, array.Span.Length));
            Assert.False(array.Span.ContainsAnyExcept(T.Zero));
        }
    }

    [Fact]
    public void Span_BeginsAtFirst()
    {
        var array = new AlignedArray<T>(5);
        array.Span[0] = T.One;
        Assert.Equal(T.One, array.First);
    }

    [Fact]
    public void WholeLines_RoundsUpToMultiplesOf64Bytes()
    {
        int line = 64 / Unsafe.SizeOf<T>();
        Assert.Equal(
            [0, line, line, line, 2 * line, 2 * line, 3 * line],
            new[] { 0, 1, line - 1, line, line + 1, 2 * line, (2 * line) + 1 }.Select(AlignedArray<T>.WholeLines));
    }

    [Fact]
    public void WholeLines_ThrowsWhereTheCountOverflows() =>
        Assert.Throws<OverflowException>(() => AlignedArray<T>.WholeLines(int.MaxValue));

    private static long Address(ref T entry) => Unsafe.ByteOffset(in Unsafe.NullRef<T>(), in entry);
}
