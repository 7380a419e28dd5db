using MaxPoolConvNet.Tool.Report.Data;

namespace MaxPoolConvNet.Tool.Tests;

public class StrongestNgramsTests
{
    [Fact]
    public void WhatFiltersOfSeveralWidthsFound_CountsOnce()
    {
        IEnumerable<ShownNgram> shown = StrongestNgrams.Distinct([new("good", 1, 2, 3), new("good", 2, 1.9, 7), new("fine", 1, 1, 4), new("fair", 1, 0.5, 9)], 2);

        Assert.Equal([("good", 1), ("fine", 1)], shown.Select(ngram => (ngram.Text, ngram.Width)));
    }
}
