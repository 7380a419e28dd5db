using System.Numerics;

namespace MaxPoolConvNet.Tests;

public sealed class AddScaledFloatTests : AddScaledTests<float>;

public sealed class AddScaledDoubleTests : AddScaledTests<double>;

public abstract class AddScaledTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Theory]
    [MemberData(nameof(AllLanes.Names), MemberType = typeof(AllLanes))]
    public void Run_AllLengths_GiveTheBitsOfAScalarLoop(string lanes)
    {
        foreach (int length in AllLanes.Lengths<T>(lanes, most: 320))
        {
            var addends = GuardedArray<T>.Random(length, seed: 1);
            var sums = GuardedArray<T>.Random(length, seed: 2);
            T scale = T.CreateChecked(-1.7);
            T[] expected = sums.Span.ToArray();
            for (int at = 0; at < length; at++)
                expected[at] = expected[at] + (scale * addends.Span[at]);

            AllLanes.Run<AddScaled<T>, T>(lanes, new AddScaled<T>(scale, addends.Span, sums.Span));

            Bits.Equal(expected, sums.Span);
            sums.CheckGuards();
        }
    }

    [Theory]
    [MemberData(nameof(AllLanes.Names), MemberType = typeof(AllLanes))]
    public void Run_SumsLongerThanAddends_LeavesTheRest(string lanes)
    {
        int length = AllLanes.Lengths<T>(lanes, most: 64).Last();
        var addends = GuardedArray<T>.Random(length, seed: 3);
        var sums = GuardedArray<T>.Random(length + 50, seed: 4);
        T[] rest = sums.Span[length..].ToArray();

        AllLanes.Run<AddScaled<T>, T>(lanes, new AddScaled<T>(T.One, addends.Span, sums.Span));

        Bits.Equal(rest, sums.Span[length..]);
    }

    [Theory]
    [MemberData(nameof(AllLanes.Names), MemberType = typeof(AllLanes))]
    public void Run_SpecialValues_FollowTheStandard(string lanes)
    {
        int length = AllLanes.Lengths<T>(lanes, most: 64).Last();
        T[] addends = new T[length];
        T[] sums = new T[length];
        (addends[0], sums[0]) = (-T.Zero, -T.Zero);
        (addends[1], sums[1]) = (T.PositiveInfinity, T.NegativeInfinity);
        (addends[2], sums[2]) = (T.NaN, T.One);
        (addends[3], sums[3]) = (T.Epsilon, T.Epsilon);
        addends[length - 1] = T.NegativeInfinity;

        AllLanes.Run<AddScaled<T>, T>(lanes, new AddScaled<T>(T.One, addends, sums));

        Assert.True(T.IsZero(sums[0]) && T.IsNegative(sums[0]));
        Assert.True(T.IsNaN(sums[1]));
        Assert.True(T.IsNaN(sums[2]));
        Assert.Equal(T.Epsilon + T.Epsilon, sums[3]);
        Assert.Equal(T.NegativeInfinity, sums[length - 1]);
    }

    [Fact]
    public void Constructor_ThrowsForSumsThatAreTooShort() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new AddScaled<T>(T.One, new T[16], new T[15]).Run<SingleLane<T>>());
}
