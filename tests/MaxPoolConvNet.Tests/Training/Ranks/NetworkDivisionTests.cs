using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests.Training;

/// <summary>How ranks form groups, each of which trains some of the networks.</summary>
public class NetworkDivisionTests
{
    private const int LargeBatch = 16;

    /// <summary>Small batches: as many groups as can be. Large ones: groups of one size, with as many networks each.</summary>
    [Theory]
    [InlineData(LargeBatch - 1, 4, 6, new[] { 1, 1, 1, 1 })]
    [InlineData(LargeBatch, 4, 6, new[] { 2, 2 })]
    [InlineData(LargeBatch, 6, 4, new[] { 3, 3 })]
    [InlineData(LargeBatch, 4, 4, new[] { 1, 1, 1, 1 })]
    [InlineData(LargeBatch, 2, 3, new[] { 2 })]
    [InlineData(LargeBatch - 1, 3, 2, new[] { 1, 2 })]
    public void Ranks_FormGroups(int batchSize, int ranks, int networks, int[] expected)
    {
        TrainingOptions options = TrainingCalls.Small with { BatchSize = batchSize, Network = new ConvNetOptions() };
        NetworkDivision division = ThreadRanks.Run(ranks, rank => NetworkDivision.Of(options with { Ranks = rank }, TextCounts(networks)))[0];

        Assert.Equal(expected, Enumerable.Range(0, expected.Length).Select(division.RanksOf));
        Assert.Equal(Enumerable.Range(0, expected.Length), Enumerable.Range(0, networks).Select(division.GroupOf).Distinct().Order());
    }

    [Theory]
    [InlineData(1, 13, "there are 13 ranks for 1 network of 2 times 16 filters; at most 2 ranks can share the work")]
    [InlineData(2, 13, "there are 13 ranks for 2 networks of 2 times 16 filters; at most 4 ranks can share the work")]
    public void TooManyRanks_AreRefused(int networks, int ranks, string message) =>
        Assert.All(Refused(ranks, networks), refused => Assert.Equal(message, refused));

    private static string[] Refused(int ranks, int networks) =>
        ThreadRanks.Run(ranks, rank => Assert.Throws<ArgumentException>(() => NetworkDivision.Of(TrainingCalls.Small with { Ranks = rank }, TextCounts(networks))).Message);

    private static int[] TextCounts(int networks) => [.. Enumerable.Repeat(100, networks)];
}
