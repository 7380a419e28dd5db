using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>Parts of networks: their filters, their columns of V, and the way back.</summary>
public class NetworkPartsTests
{
    private const int Words = 9;

    private static readonly ConvNetOptions _form = new()
    {
        Filters = [new(1, 40), new(3, 24)],
        Biases = true,
        Embedding = new EmbeddingOptions { Dimension = 8, Filters = [new(2, 40)] },
    };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void PartsOfSixteenBits_HaveTheRoundedEntriesOfOneHotFilters_AndAllOthersExactly(int ranks)
    {
        Network<float> whole = Create(seed: 5);
        foreach (FilterShare share in Shares(ranks))
        {
            Network<float> exact = NetworkParts.Of(whole, share);
            Network<float> rounded = NetworkParts.Of(whole, share, isRounded: true);
            for (int b = 0; b < exact.Banks.Length; b++)
            {
                bool isOneHot = b < exact.WordBanks;
                Assert.Equal(isOneHot, rounded.Tables[b].Rounded is not null);
                foreach ((float entry, float inSixteen) in Entries(exact.Tables[b]).Zip(Entries(rounded.Tables[b])))
                    Assert.InRange(Math.Abs(inSixteen - entry), 0, isOneHot ? Math.Abs(entry) / 256 : 0);
                Assert.Equal(exact.Banks[b].Bias, rounded.Banks[b].Bias);
            }

            Assert.Equal(exact.Output.Row(0), rounded.Output.Row(0));
            Assert.Equal(exact.Embedding!.Entries, rounded.Embedding!.Entries);
        }
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void AllParts_CopiedBack_AreTheNetwork(int ranks, bool isRounded)
    {
        Network<float> whole = Create(seed: 5);
        if (isRounded) whole = NetworkParts.Of(NetworkParts.Of(whole, FilterShare.All, isRounded), FilterShare.All);
        Network<float> other = Create(seed: 6);

        foreach (FilterShare share in Shares(ranks))
            NetworkParts.CopyTo(NetworkParts.Of(whole, share, isRounded), share, other);

        for (int b = 0; b < whole.Banks.Length; b++)
        {
            Assert.Equal(Entries(whole.Tables[b]), Entries(other.Tables[b]));
            Assert.Equal(whole.Banks[b].Bias, other.Banks[b].Bias);
        }

        for (int c = 0; c < whole.Output.Logits; c++)
            Assert.Equal(whole.Output.Row(c), other.Output.Row(c));
        Assert.Equal(whole.Output.Bias, other.Output.Bias);
        Assert.Equal(whole.Embedding!.Entries, other.Embedding!.Entries);
    }

    [Fact]
    public void ACopy_SharesNoMemoryWithTheNetwork()
    {
        Network<float> whole = Create(seed: 5);
        Network<float> copy = NetworkParts.Of(whole, FilterShare.All);

        copy.Tables[0][2, 0, 3] = 7;
        copy.Banks[0].Bias![1] = 7;
        copy.Output.Row(1)[2] = 7;
        copy.Output.Bias![0] = 7;
        copy.Embedding!.Row(3)[0] = 7;

        Assert.NotEqual(7, whole.Tables[0][2, 0, 3]);
        Assert.NotEqual(7, whole.Banks[0].Bias![1]);
        Assert.NotEqual(7, whole.Output.Row(1)[2]);
        Assert.NotEqual(7, whole.Output.Bias![0]);
        Assert.NotEqual(7, whole.Embedding!.Row(3)[0]);
    }

    private static FilterShare[] Shares(int ranks) =>
        ranks == 1 ? [FilterShare.All] : FilterShare.Divide([.. _form.Filters!, .. _form.Embedding!.Filters!], ranks);

    /// <summary>A network whose biases aren't 0 either.</summary>
    private static Network<float> Create(ulong seed)
    {
        var random = new CounterRandom(seed);
        Network<float> network = NetworkInitializer.Create<float>(
            new FilterWords(Words), 3, OutputKind.Softmax, _form, null, random, random, FilterShare.All);
        foreach (FilterBank<float> bank in network.Banks)
            random.FillNormal(bank.Bias.AsSpan(0, bank.Table.Filters), 0, 0, 1);
        random.FillNormal<float>(network.Output.Bias, 0, 0, 1);
        return network;
    }

    private static List<float> Entries(FilterTable<float> table)
    {
        List<float> entries = [];
        var row = new float[table.Filters];
        for (int word = 0; word < table.Words; word++)
        {
            for (int position = 0; position < table.Width; position++)
            {
                table.Read(word, position, row);
                entries.AddRange(row);
            }
        }

        return entries;
    }
}
