using System.Numerics;

namespace MaxPoolConvNet.Tests;

public sealed class DotProductFloatTests : DotProductTests<float>;

public sealed class DotProductDoubleTests : DotProductTests<double>;

public abstract class DotProductTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Theory]
    [MemberData(nameof(AllLanes.OfProcessors), MemberType = typeof(AllLanes))]
    public void Run_WholeNumbersOfAllLengths_AreExact(string lanes)
    {
        foreach (int length in AllLanes.Lengths<T>(lanes, most: 320))
        {
            T[] left = new T[length];
            T[] right = new T[length];
            long expected = 0;
            for (int at = 0; at < length; at++)
            {
                (int a, int b) = ((at % 13) - 6, (at % 7) + 1);
                (left[at], right[at]) = (T.CreateChecked(a), T.CreateChecked(b));
                expected += a * b;
            }

            Assert.Equal(T.CreateChecked(expected), Run(lanes, left, right));
        }
    }

    [Theory]
    [MemberData(nameof(AllLanes.OfProcessors), MemberType = typeof(AllLanes))]
    public void Run_AllLengths_RoundNoWorseThanAScalarLoopMay(string lanes)
    {
        foreach (int length in AllLanes.Lengths<T>(lanes, most: 320))
        {
            T[] left = GuardedArray<T>.Random(length, seed: 1).Span.ToArray();
            T[] right = GuardedArray<T>.Random(length, seed: 2).Span.ToArray();
            decimal exact = 0;
            double sizes = 0;
            for (int at = 0; at < length; at++)
            {
                exact += decimal.CreateChecked(left[at]) * decimal.CreateChecked(right[at]);
                sizes += Math.Abs(double.CreateChecked(left[at]) * double.CreateChecked(right[at]));
            }

            // Higham, "Accuracy and stability of numerical algorithms", 3.5: n·u·Σ|ab|; a decimal of a double has 15 digits
            double unit = typeof(T) == typeof(float) ? Math.ScaleB(1, -24) : 1e-15;
            double difference = Math.Abs(double.CreateChecked(Run(lanes, left, right)) - (double)exact);
            Assert.InRange(difference, 0, (length + 1) * unit * sizes);
        }
    }

    [Theory]
    [MemberData(nameof(AllLanes.OfProcessors), MemberType = typeof(AllLanes))]
    public void Run_AllLengths_GiveTheBitsOfShardsSummedUpByHalves(string lanes)
    {
        foreach (int length in AllLanes.Lengths<T>(lanes, most: 320))
        {
            T[] left = GuardedArray<T>.Random(length, seed: 1).Span.ToArray();
            T[] right = GuardedArray<T>.Random(length, seed: 2).Span.ToArray();
            T expected = T.Zero;
            for (int start = 0; start < length; start += 16)
            {
                T[] products = new T[16];
                for (int at = start; at < Math.Min(start + 16, length); at++)
                    products[at - start] = left[at] * right[at];
                for (int half = 8; half > 0; half /= 2)
                {
                    for (int i = 0; i < half; i++)
                        products[i] += products[i + half];
                }

                expected += products[0];
            }

            Bits.Equal<T>([expected], [Run(lanes, left, right)]);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Run_SumsOfShardsMadeElsewhere_GiveTheSameBits(int machines)
    {
        const int Shards = 19;
        T[] left = GuardedArray<T>.Random(16 * Shards, seed: 3).Span.ToArray();
        T[] right = GuardedArray<T>.Random(16 * Shards, seed: 4).Span.ToArray();
        T[] ofShards = new T[Shards];
        for (int machine = 0; machine < machines; machine++)
        {
            for (int shard = machine; shard < Shards; shard += machines)
                ofShards[shard] = Run("SingleLane", left[(16 * shard)..(16 * (shard + 1))], right[(16 * shard)..(16 * (shard + 1))]);
        }

        Bits.Equal<T>([Run("SingleLane", left, right)], [ofShards.Aggregate(T.Zero, (sum, next) => sum + next)]);
    }

    [Theory]
    [MemberData(nameof(AllLanes.OfProcessors), MemberType = typeof(AllLanes))]
    public void Run_EveryPlaceCounts(string lanes)
    {
        int length = AllLanes.Lengths<T>(lanes, most: 128).Last();
        for (int place = 0; place < length; place++)
        {
            T[] left = new T[length];
            T[] right = new T[length];
            (left[place], right[place]) = (T.CreateChecked(3), T.CreateChecked(-0.5));
            Assert.Equal(T.CreateChecked(-1.5), Run(lanes, left, right));
        }
    }

    [Theory]
    [MemberData(nameof(AllLanes.OfProcessors), MemberType = typeof(AllLanes))]
    public void Run_NotANumber_IsNotSwallowed(string lanes)
    {
        int length = AllLanes.Lengths<T>(lanes, most: 64).Last();
        T[] left = new T[length];
        left[length - 1] = T.NaN;
        Assert.True(T.IsNaN(Run(lanes, left, new T[length])));
    }

    [Fact]
    public void Constructor_ThrowsForARightSideThatIsTooShort() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Run("SingleLane", new T[16], new T[15]));

    private static T Run(string lanes, T[] left, T[] right)
    {
        T sum = T.CreateChecked(99);
        AllLanes.Run<DotProduct<T>, T>(lanes, new DotProduct<T>(left, right, ref sum));
        return sum;
    }
}
