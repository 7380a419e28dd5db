using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

public class FilterShareTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(19)]
    public void Shares_AreWholeShards_AndHaveEveryFilterOnce(int ranks)
    {
        FilterShare[] shares = FilterShare.Divide(FilterGroups.OfWidths(1, 2, 3), ranks);

        Assert.Equal(ranks, shares.Length);
        Assert.Equal((0, 300), (shares[0].First, shares[^1].End));
        Assert.All(shares.Zip(shares.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.First));
        Assert.All(shares, share => Assert.True(share.First % FilterShards.Size == 0 && share.End > share.First, $"{share}"));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Shares_HaveAboutAsManyEntriesOfU(int ranks)
    {
        FilterShare[] shares = FilterShare.Divide([new FilterGroup(1, 800), new FilterGroup(5, 800)], ranks);

        // a shard of width 5 has 80 entries a word
        long[] entries = [.. shares.Select(share => Enumerable.Range(share.First, share.End - share.First).Sum(feature => feature < 800 ? 1L : 5))];
        Assert.All(entries, own => Assert.InRange(own, (4800 / ranks) - 80, (4800 / ranks) + 80));
    }

    [Fact]
    public void OfBank_IsTheOverlapOfShareAndBank()
    {
        var share = new FilterShare(96, 208);

        Assert.Equal([96..100, 0..100, 0..8], [share.OfBank(0, 100), share.OfBank(100, 100), share.OfBank(200, 100)]);
        Assert.Equal(0..100, FilterShare.All.OfBank(200, 100));
    }
}
