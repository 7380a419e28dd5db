using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

public class FilterBlockTests
{
    [Theory]
    [InlineData(100, 100, 100)]
    [InlineData(16, 32)]
    [InlineData(5)]
    [InlineData(1, 1, 1, 40)]
    public void Of_DividesTheFeaturesOfEachBankAtTheShardsOfH(params int[] filters)
    {
        var options = new ConvNetOptions { Filters = [.. filters.Select((count, f) => new FilterGroup(f + 1, count))] };
        var network = NetworkInitializer.Create<float>(words: 3, classes: 2, options, new CounterRandom(1));

        FilterBlock[] blocks = FilterBlock.Of(network, ..filters.Length);

        int next = 0;
        foreach (FilterBlock block in blocks)
        {
            int feature = network.FirstFeature(block.Bank) + block.First;
            Assert.Equal(next, feature);
            Assert.InRange(block.Count, 1, 16);
            Assert.Equal(block.Shard, feature / 16);
            Assert.Equal(block.Shard, (feature + block.Count - 1) / 16);
            Assert.True(block.First + block.Count <= filters[block.Bank]);
            next = feature + block.Count;
        }

        Assert.Equal(filters.Sum(), next);
    }

    [Fact]
    public void Of_SomeBanks_GivesTheirBlocksAlone()
    {
        var options = new ConvNetOptions { Filters = [new(1, 20), new(2, 20)], Embedding = new EmbeddingOptions { Dimension = 4, Filters = [new(3, 20)] } };
        var network = NetworkInitializer.Create<float>(words: 3, classes: 2, options, new CounterRandom(1));

        Assert.Equal([new FilterBlock(2, 0, 8, 2), new FilterBlock(2, 8, 12, 3)], FilterBlock.Of(network, network.WordBanks..));
    }
}
