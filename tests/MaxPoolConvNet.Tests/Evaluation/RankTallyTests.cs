using CsCheck;
using MaxPoolConvNet.Evaluation;

namespace MaxPoolConvNet.Tests;

public class RankTallyTests
{
    // few different scores, so that many are tied
    private static readonly Gen<(double Score, bool Positive)[]> _texts =
        Gen.Select(Gen.Int[-5, 5].Select(score => score / 4.0), Gen.Bool).Array[0, 40];

    [Fact]
    public void Area_ByHand()
    {
        // pairs: 3 over 1, 3 over 2, 2 tied with 2, 2 over 1
        Assert.Equal(3.5 / 4, Area((3, true), (2, false), (1, false), (2, true)));

        // 4 over 3 and 1, 2 over 1 but not over 3, 0 over none
        Assert.Equal(3.0 / 6, Area((4, true), (3, false), (2, true), (1, false), (0, true)));
    }

    [Fact]
    public void Area_OfAPerfectRankingIsOneAndOfTheWorstZero()
    {
        Assert.Equal(1, Area((-2, false), (1, true), (-1, false), (2, true)));
        Assert.Equal(0, Area((-2, true), (1, false), (-1, true), (2, false)));
    }

    [Fact]
    public void Area_OfEqualScoresIsOneHalf()
    {
        Assert.Equal(0.5, Area((7, true), (7, false), (7, false)));
        Assert.Equal(0.5, Area((0.0, true), (-0.0, false)));
    }

    [Fact]
    public void Area_OfOneClassAloneIsNull()
    {
        Assert.Null(Area((1, true), (2, true)));
        Assert.Null(Area((1, false)));
        Assert.Null(Area());
    }

    [Fact]
    public void Area_IsThePartOfThePairsInTheRightOrder() => _texts.Sample(texts =>
    {
        var pairs = (from one in texts where one.Positive from other in texts where !other.Positive select Math.Sign(one.Score - other.Score)).ToList();
        Assert.Equal(pairs.Count == 0 ? null : pairs.Sum(sign => (1 + sign) / 2.0) / pairs.Count, Area(texts));
    });

    [Fact]
    public void Area_IsTheSameForTheClassesSwapped() => _texts.Sample(texts =>
        Assert.Equal(Area(texts), Area([.. texts.Select(text => (-text.Score, !text.Positive))])));

    [Fact]
    public void Area_OfAReversedRankingIsTheRest() => _texts.Sample(texts =>
    {
        if (Area(texts) is double area) Assert.Equal(1 - area, Area([.. texts.Select(text => (-text.Score, text.Positive))])!.Value, 1e-15);
    });

    private static double? Area(params (double Score, bool Positive)[] texts)
    {
        var tally = new RankTally();
        foreach ((double score, bool positive) in texts)
            tally.Add(score, positive);
        return tally.AreaUnderRocCurve();
    }
}
