using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

/// <summary>The filters that an embedding has unless the options name others, and what is refused.</summary>
public class EmbeddingOptionsTests
{
    private static readonly WordVectors _vectors = WordVectors.FromBytes(["a"], new sbyte[] { 1, 2 }, [1f, 1f]);

    [Theory]
    [InlineData(EmbeddingKind.Trained, false, "3 × 100, 4 × 100, 5 × 100")]
    [InlineData(EmbeddingKind.Static, false, "3 × 100, 4 × 100, 5 × 100")]
    [InlineData(EmbeddingKind.Trained, true, "1 × 100, 2 × 100, 3 × 100")]
    [InlineData(EmbeddingKind.TwoChannel, true, "1 × 100, 2 × 100, 3 × 100")]
    [InlineData(EmbeddingKind.Static, true, "1 × 48, 2 × 24, 3 × 24")]
    public void TheDefaultFilters_DependOnTheVectors(EmbeddingKind kind, bool areGiven, string expected)
    {
        var options = new ConvNetOptions { Embedding = new EmbeddingOptions { Kind = kind, Vectors = areGiven ? _vectors : null } };
        Assert.Equal(expected, string.Join(", ", options.Resolve().Embedding!.Filters!.Select(group => $"{group.Width} × {group.Count}")));
    }

    [Theory]
    [InlineData(EmbeddingKind.Trained, 0, 2)]
    [InlineData(EmbeddingKind.Static, 2, 0)]
    [InlineData(EmbeddingKind.TwoChannel, 2, 2)]
    public void GivenVectors_KeepTheirDimension(EmbeddingKind kind, int fixedEntries, int trainedEntries)
    {
        var options = new EmbeddingOptions { Kind = kind, Vectors = _vectors, Dimension = 300 };
        Assert.Equal((fixedEntries, trainedEntries), (options.StaticDimension, options.TrainedDimension));
        var atRandom = new EmbeddingOptions { Kind = kind, Dimension = 2 };
        Assert.Equal((fixedEntries, trainedEntries), (atRandom.StaticDimension, atRandom.TrainedDimension));
    }

    [Fact]
    public void WhatIsOutOfRange_IsRefused_ByItsName()
    {
        AssertRefused("Embedding.Filters is empty; at least one width of the filters over the embedding was expected", new() { Filters = [] });
        AssertRefused("Embedding.Filters: the widths have to be all different", new() { Filters = [new(2, 3), new(1, 3), new(2, 4)] });
        AssertRefused("Embedding.Dimension", new() { Dimension = 0 });
        AssertRefused("Embedding.AdditionalWords", new() { AdditionalWords = -1 });
        AssertRefused("Embedding.Filters[1].", new() { Filters = [new(2, 3), new(1, 0)] });
        Assert.Throws<ArgumentNullException>(() => new EmbeddingOptions { Filters = [new(2, 3), null!] }.Check());
        new EmbeddingOptions { AdditionalWords = 0, Dimension = 10_000, Filters = [new(2, 1), new(1, 1)] }.Check();
    }

    private static void AssertRefused(string expected, EmbeddingOptions options) => Assert.StartsWith(
        expected, Assert.Throws<ArgumentOutOfRangeException>(options.Check).Message, StringComparison.Ordinal);
}
