using CsCheck;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class KeyHashTests
{
    // by Python: int.from_bytes(hashlib.sha256(f"{seed}:{key}".encode()).digest()[:8], "big")
    [Theory]
    [InlineData(0UL, "", 0xBA768B331FD86CEC)]
    [InlineData(1UL, "ticket-17", 0x3E37656AD856D26F)]
    [InlineData(1UL, "ticket-18", 0x92E3EEDB0B48E014)]
    [InlineData(ulong.MaxValue, "a film that I won't forget", 0xCAD330D024E9A2D9)]
    [InlineData(42UL, "\u00FC \u4E2D \U0001F600", 0x818D6A6D6B86457F)]
    public void Of_IsThatOfOtherPrograms(ulong seed, string key, ulong hash) => Assert.Equal(hash, KeyHash.Of(key, seed));

    [Fact]
    public void IsBelow_IsExact()
    {
        Assert.True(KeyHash.IsBelow(ulong.MaxValue / 2, 0.5));
        Assert.False(KeyHash.IsBelow((ulong.MaxValue / 2) + 1, 0.5));
        Assert.True(KeyHash.IsBelow(0, double.Epsilon));
        Assert.False(KeyHash.IsBelow(1, double.Epsilon));
        Assert.True(KeyHash.IsBelow(ulong.MaxValue - 2048, Math.BitDecrement(1)));
        Assert.False(KeyHash.IsBelow(ulong.MaxValue - 2047, Math.BitDecrement(1)));
    }

    [Fact]
    public void Section_IsThatOfWholeNumbers() =>
        Gen.Select(Gen.ULong, Gen.Int[2, int.MaxValue]).Sample((hash, count) =>
            Assert.Equal((int)((UInt128)hash * (UInt128)count >> 64), KeyHash.Section(hash, count)));
}
