using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

public class FilterWordsTests
{
    private static readonly Vocabulary _mixed = Vocabulary.FromWords(["~ab", "b", "~bc", "a"], UnknownWords.OneId);

    [Fact]
    public void SubwordsComeAfterWords_EachInItsOrder_BeforeTheUnknownWord()
    {
        Vocabulary ordered = FilterWords.Order(_mixed, new SubwordTokenizer());

        Assert.Equal(["b", "a", "~ab", "~bc", "<unk>"], ordered.Words);
        Assert.Equal(new FilterWords(5, 2), FilterWords.Of(ordered, new SubwordTokenizer()));
    }

    [Fact]
    public void OfOtherTokenizers_AllFiltersKnowAllTokens_InTheGivenOrder()
    {
        Assert.Same(_mixed, FilterWords.Order(_mixed, WhitespaceTokenizer.Default));
        Assert.Equal(new FilterWords(5), FilterWords.Of(_mixed, WhitespaceTokenizer.Default));
    }

    [Fact]
    public void SubwordsAlone_BelongToAllFilters() =>
        Assert.Equal(new FilterWords(2), FilterWords.Of(Vocabulary.FromWords(["~ab", "~bc"]), new SubwordTokenizer()));

    [Theory]
    [InlineData(new[] { 1, 2, 3 }, new[] { 9, 9, 4 })]
    [InlineData(new[] { 3, 4, 5 }, new[] { 9, 4, 4 })]
    [InlineData(new[] { 5, 2 }, new[] { 4, 9 })]
    [InlineData(new[] { 7 }, new[] { 9 })]
    public void SubwordsBelongToWidthsUpToTwo_OrToTheNarrowest(int[] widths, int[] words)
    {
        FilterGroup[] groups = [.. widths.Select(width => new FilterGroup(width))];

        Assert.Equal(words, widths.Select(width => new FilterWords(9, 4).In(width, groups)));
    }

    [Fact]
    public void TheRowsOfANetwork_AreThoseOfItsTables()
    {
        ConvNetOptions options = new() { Filters = [new(1, 2), new(3, 2)], Embedding = new EmbeddingOptions { Dimension = 2, Filters = [new(1, 2)] } };
        Network<float> network = NetworkInitializer.Create<float>(
            new FilterWords(9, 4), 2, null, options, null, new CounterRandom(1), new CounterRandom(1), FilterShare.All);

        Assert.Equal(new FilterWords(9, 4), FilterWords.Of(network));
        Assert.Equal((9, 9, 4), (network.WordSize, network.Tables[0].Words, network.Tables[1].Words));
    }
}
