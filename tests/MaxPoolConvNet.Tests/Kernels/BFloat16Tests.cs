using CsCheck;

namespace MaxPoolConvNet.Tests;

public class BFloat16Tests
{
    [Theory]
    [InlineData(0f, 0x0000)]
    [InlineData(-0f, 0x8000)]
    [InlineData(1f, 0x3F80)]
    [InlineData(-2.5f, 0xC020)]
    [InlineData(1.00390625f, 0x3F80)] // halfway between 1 and its successor: to the even one
    [InlineData(1.01171875f, 0x3F82)] // halfway between two numbers, the second of which is even
    [InlineData(1.003907f, 0x3F81)] // just over halfway
    [InlineData(float.MaxValue, 0x7F80)]
    [InlineData(float.PositiveInfinity, 0x7F80)]
    public void Round_GoesToTheNearest_OfEquallyNearOnesToTheEven(float number, int expected)
    {
        ushort[] rounded = new ushort[1];
        BFloat16.Round([number], rounded);
        Assert.Equal(expected, rounded[0]);
    }

    [Fact]
    public void Round_IsWithinOneIn256() => Gen.Float[-1e30f, 1e30f].Sample(number =>
    {
        ushort[] rounded = new ushort[1];
        BFloat16.Round([number], rounded);
        float widened = BitConverter.Int32BitsToSingle(rounded[0] << 16);
        return MathF.Abs(widened - number) <= MathF.Abs(number) / 256 || MathF.Abs(number) < 1e-37f;
    });

    [Fact]
    public void RoundAtRandom_GoesToOneOfTheTwoNeighbors() => Gen.Select(Gen.Float[1e-30f, 1e30f], Gen.UInt[0, 0xFFFF]).Sample((number, random) =>
    {
        float rounded = BFloat16.Widen(BFloat16.RoundAtRandom(number, random));
        Assert.Equal(-rounded, BFloat16.Widen(BFloat16.RoundAtRandom(-number, random)));
        float below = BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(number) & ~0xFFFF);
        float above = BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(below) + 0x10000);
        return rounded == below || (rounded == above && number != below);
    });

    [Theory]
    [InlineData(1.001f)]
    [InlineData(1.0000305f)] // a 256th of the way to the next number
    [InlineData(1.0078f)]
    [InlineData(3e-12f)]
    public void RoundAtRandom_IsRightInTheMean_WithBothHalvesOfTheBits(float number)
    {
        const int Count = 100_000;
        var random = new Random(1);

        (double low, double high) = (0, 0);
        for (int at = 0; at < Count; at++)
        {
            uint bits = BFloat16.RandomBits(number, (float)(random.NextDouble() - 0.5));
            low += BFloat16.Widen(BFloat16.RoundAtRandom(number, bits & 0xFFFF));
            high += BFloat16.Widen(BFloat16.RoundAtRandom(number, bits >> 16));
        }

        // neighbors are up to a 128th of the number apart: four standard deviations of the mean
        double most = number / 128 / 2 / Math.Sqrt(Count) * 4;
        Assert.Equal(number, low / Count, most);
        Assert.Equal(number, high / Count, most);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void RoundAtRandom_KeepsWhatIsntFinite(float number) =>
        Assert.Equal(number, BFloat16.Widen(BFloat16.RoundAtRandom(number, 0xFFFF)));

    [Theory]
    [MemberData(nameof(AllLanes.Names), MemberType = typeof(AllLanes))]
    public void LoadUpperHalves_WidensEveryNumber(string lanes)
    {
        ushort[] halves = [.. Enumerable.Range(0, 65_536).Select(bits => (ushort)bits)];
        float[] widened = new float[halves.Length];

        AllLanes.Run<Widen, float>(lanes, new Widen(halves, widened));

        Assert.True(halves.Select((half, at) => BitConverter.SingleToInt32Bits(widened[at]) == half << 16).All(same => same));
    }

    private readonly ref struct Widen(ReadOnlySpan<ushort> halves, Span<float> widened) : IKernel<float>
    {
        private readonly ReadOnlySpan<ushort> _halves = halves;
        private readonly Span<float> _widened = widened;

        public void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes, float>
        {
            for (int at = 0; at < _halves.Length; at += TLanes.Count)
                TLanes.Store(TLanes.LoadUpperHalves(in _halves[0], at), ref _widened[0], at);
        }
    }
}
