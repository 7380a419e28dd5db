using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

public class VocabularyGrowthTests
{
    private static readonly Vocabulary _occurring = Vocabulary.FromWords(["c", "new", "a", "newer"]);

    [Fact]
    public void NewWords_StandBehindTheKnownOnes()
    {
        var grown = VocabularyGrowth.Of(Vocabulary.FromWords(["a", "b"]), new FilterWords(2), _occurring);

        Assert.Equal(["a", "b", "c", "new", "newer"], grown.Vocabulary.Words);
        Assert.Equal([0, 1, -1, -1, -1], grown.From);
        Assert.Equal(new FilterWords(5), grown.Rows);
    }

    [Fact]
    public void TheIdOfUnknownWords_StaysTheLast_WithItsRows()
    {
        var grown = VocabularyGrowth.Of(Vocabulary.FromWords(["a", "b"], UnknownWords.OneId), new FilterWords(3), _occurring);

        Assert.Equal(["a", "b", "c", "new", "newer", "<unk>"], grown.Vocabulary.Words);
        Assert.Equal(5, grown.Vocabulary.UnknownId);
        Assert.Equal([0, 1, -1, -1, -1, 2], grown.From);
        Assert.Equal(new FilterWords(6), grown.Rows);
    }

    [Fact]
    public void WordsOfAVectorAlone_GetRowsWhereTheyOccur()
    {
        var grown = VocabularyGrowth.Of(Vocabulary.FromWords(["a", "x", "b", "c", "y"]), new FilterWords(2), _occurring);

        Assert.Equal(["a", "x", "c", "new", "newer", "b", "y"], grown.Vocabulary.Words);
        Assert.Equal([0, 1, 3, -1, -1, 2, 4], grown.From);
        Assert.Equal(new FilterWords(5), grown.Rows);
    }

    [Fact]
    public void AnUnknownIdWithoutRows_StaysWithoutThem()
    {
        var grown = VocabularyGrowth.Of(Vocabulary.FromWords(["a", "c"], UnknownWords.OneId), new FilterWords(1), _occurring);

        Assert.Equal(["a", "c", "new", "newer", "<unk>"], grown.Vocabulary.Words);
        Assert.Equal(new FilterWords(4), grown.Rows);
    }

    [Fact]
    public void SubwordsOfNarrowFilters_StayBehindTheWordsOfAll()
    {
        // z is known by a vector alone
        var known = Vocabulary.FromWords(["a", "b", "~a", "~b", "c", "z"]);
        var grown = VocabularyGrowth.Of(known, new FilterWords(4, 2), Vocabulary.FromWords(["~new", "c", "new", "~b", "a"]));

        Assert.Equal(["a", "b", "c", "new", "~a", "~b", "~new", "z"], grown.Vocabulary.Words);
        Assert.Equal([0, 1, 4, -1, 2, 3, -1, 5], grown.From);
        Assert.Equal(new FilterWords(7, 4), grown.Rows);
        Assert.Equal((7, 4), (grown.RowsIn(4), grown.RowsIn(2)));

        // a table of three words keeps the row of ~a
        Assert.Equal(5, grown.RowsIn(3));
    }

    [Fact]
    public void NothingNew_ChangesNothing()
    {
        var known = Vocabulary.FromWords(["newer", "a", "new", "c"]);
        var grown = VocabularyGrowth.Of(known, new FilterWords(4), _occurring);

        Assert.Equal(known.Words, grown.Vocabulary.Words);
        Assert.Equal([0, 1, 2, 3], grown.From);
    }
}
