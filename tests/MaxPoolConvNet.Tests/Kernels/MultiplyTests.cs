using System.Numerics;

namespace MaxPoolConvNet.Tests;

public sealed class MultiplyFloatTests : MultiplyTests<float>;

public sealed class MultiplyDoubleTests : MultiplyTests<double>;

public abstract class MultiplyTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Theory]
    [MemberData(nameof(AllLanes.Names), MemberType = typeof(AllLanes))]
    public void Run_AllLengths_GiveTheBitsOfAScalarLoop(string lanes)
    {
        foreach (int length in AllLanes.Lengths<T>(lanes, most: 320))
        {
            var left = GuardedArray<T>.Random(length, seed: 1);
            var right = GuardedArray<T>.Random(length, seed: 2);
            var products = new GuardedArray<T>(length);
            T[] expected = new T[length];
            for (int at = 0; at < length; at++)
                expected[at] = left.Span[at] * right.Span[at];

            AllLanes.Run<Multiply<T>, T>(lanes, new Multiply<T>(left.Span, right.Span, products.Span));

            Bits.Equal(expected, products.Span);
            products.CheckGuards();
        }
    }

    [Theory]
    [MemberData(nameof(AllLanes.Names), MemberType = typeof(AllLanes))]
    public void Run_ProductsInOneOfTheFactors_GivesTheSame(string lanes)
    {
        int length = AllLanes.Lengths<T>(lanes, most: 128).Last();
        var left = GuardedArray<T>.Random(length, seed: 5);
        var right = GuardedArray<T>.Random(length, seed: 6);
        T[] expected = new T[length];
        for (int at = 0; at < length; at++)
            expected[at] = left.Span[at] * right.Span[at];

        AllLanes.Run<Multiply<T>, T>(lanes, new Multiply<T>(left.Span, right.Span, left.Span));

        Bits.Equal(expected, left.Span);
    }

    [Fact]
    public void Constructor_ThrowsForSpansThatAreTooShort()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Multiply<T>(new T[16], new T[15], new T[16]).Run<SingleLane<T>>());
        Assert.Throws<ArgumentOutOfRangeException>(() => new Multiply<T>(new T[16], new T[16], new T[15]).Run<SingleLane<T>>());
    }
}
