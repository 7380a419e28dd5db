using CsCheck;

namespace MaxPoolConvNet.Tests.Randomness;

public class CounterRandomTests
{
    private const int Draws = 100_000;

    // the expected bits were computed from the formula in Python
    [Fact]
    public void Bits_AreTheSameOnEveryMachine()
    {
        CounterRandom random = new(42);
        Assert.Equal(0x57E1FABA65107204UL, random.Bits(0));
        Assert.Equal(0xF4ABD143FEB24055UL, random.Bits(1));
        Assert.Equal(0xB29ED950786F5AE3UL, random.Bits(ulong.MaxValue));
        Assert.Equal(0x51A95EFCEA5D6EA9UL, random.Stream(0).Bits(0));
        Assert.Equal(0x4CAC27BC7470F897UL, random.Stream(7).Stream(8).Bits(9));
        Assert.Equal(0xA706DD2F4D197E6FUL, new CounterRandom(0).Bits(0));
    }

    [Fact]
    public void Bits_DependOnSeedStreamAndCounterAlone() =>
        Gen.Select(Gen.ULong, Gen.ULong, Gen.ULong).Sample((seed, stream, counter) =>
        {
            CounterRandom random = new(seed);
            _ = random.Bits(counter + 1);
            Assert.Equal(new CounterRandom(seed).Stream(stream).Bits(counter), random.Stream(stream).Bits(counter));
        });

    [Fact]
    public void Bits_DifferBetweenSeedsStreamsAndCounters()
    {
        HashSet<ulong> seen = [];
        for (ulong seed = 0; seed < 10; seed++)
        {
            for (ulong stream = 0; stream < 10; stream++)
            {
                for (ulong counter = 0; counter < 100; counter++)
                    Assert.True(seen.Add(new CounterRandom(seed).Stream(stream).Bits(counter)), $"{seed}, {stream}, {counter}");
            }
        }
    }

    [Fact]
    public void Bits_AreEachSetHalfOfTheTime()
    {
        CounterRandom random = new(7);
        int[] set = new int[64];
        for (int counter = 0; counter < Draws; counter++)
        {
            for (int bit = 0; bit < 64; bit++)
                set[bit] += (int)(random.Bits((ulong)counter) >> bit & 1);
        }
        Assert.All(set, count => Assert.InRange(count, (Draws / 2) - 800, (Draws / 2) + 800)); // 5 standard deviations
    }

    [Fact]
    public void Uniform_FillsTheUnitIntervalEvenly()
    {
        CounterRandom random = new(1);
        int[] bins = new int[10];
        for (int counter = 0; counter < Draws; counter++)
            bins[(int)(random.Uniform((ulong)counter) * bins.Length)]++;
        Assert.All(bins, count => Assert.InRange(count, 9_500, 10_500));
    }

    [Fact]
    public void Below_StaysBelowItsBound() =>
        Gen.Select(Gen.ULong, Gen.Int[1, int.MaxValue], Gen.ULong).Sample((seed, bound, counter) =>
            Assert.InRange(new CounterRandom(seed).Below(bound, counter), 0, bound - 1));

    [Fact]
    public void Below_DrawsEveryNumberAlike()
    {
        CounterRandom random = new(2);
        int[] drawn = new int[7];
        for (int counter = 0; counter < Draws; counter++)
            drawn[random.Below(7, (ulong)counter)]++;
        Assert.All(drawn, count => Assert.InRange(count, 13_700, 14_900));
    }

    [Fact]
    public void Normal_HasMeanZeroAndVarianceOne()
    {
        CounterRandom random = new(3);
        double[] drawn = [.. Enumerable.Range(0, Draws / 2).SelectMany(counter => new[] { random.Normals((ulong)counter).First, random.Normals((ulong)counter).Second })];
        Assert.InRange(drawn.Average(), -0.02, 0.02);
        Assert.InRange(drawn.Average(x => x * x), 0.97, 1.03);
        Assert.InRange(drawn.Count(x => Math.Abs(x) < 1) / (double)Draws, 0.675, 0.69); // 68.3 %
    }

    [Fact]
    public void Shuffle_GivesAPermutation() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 200]).Sample((seed, count) =>
        {
            int[] items = [.. Enumerable.Range(0, count)];
            new CounterRandom(seed).Shuffle<int>(items);
            Assert.Equal(Enumerable.Range(0, count), items.Order());
        });

    [Fact]
    public void Shuffle_GivesEachOrderAlike()
    {
        Dictionary<string, int> orders = [];
        for (ulong seed = 0; seed < 24_000; seed++)
        {
            char[] items = ['a', 'b', 'c', 'd'];
            new CounterRandom(seed).Shuffle<char>(items);
            string order = new(items);
            orders[order] = orders.GetValueOrDefault(order) + 1;
        }
        Assert.Equal(24, orders.Count);
        Assert.All(orders.Values, count => Assert.InRange(count, 850, 1150));
    }
}
