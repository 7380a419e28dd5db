using System.Collections.Immutable;
using MaxPoolConvNet.Tool.Report.Data;

namespace MaxPoolConvNet.Tool.Tests;

public class StrongestNgramsTests
{
    [Fact]
    public void WhatDecidedInFewTexts_IsLeftOutWhereThereIsMore() =>
        Assert.Equal(["good", "fine"], Shown([new("once", 1, 3, 1), new("good", 1, 2, 3), new("good", 2, 1.9, 7), new("fine", 1, 1, 4), new("fair", 1, 0.5, 9)]));

    [Fact]
    public void WhereAllDecidedInFewTexts_TheyAreShown() => Assert.Equal(["once", "twice"], Shown([new("once", 1, 3, 1), new("twice", 1, 2, 2)]));

    private static IEnumerable<string> Shown(ImmutableArray<LabelNgram> ngrams) => StrongestNgrams.Strongest(ngrams, 2).Select(ngram => ngram.Text);
}
