using MaxPoolConvNet.Evaluation;

namespace MaxPoolConvNet.Tests.Evaluation.Comparison;

/// <summary>Figures of three texts, computed by hand; the fourth label occurs nowhere.</summary>
public class ComparisonSumsTests
{
    // found / true: a / a, b / a, bc / c
    private readonly ComparisonSums _sums = new(
        [[0], [0], [2]], new ComparedOutcomes([[0], [1], [1, 2]], [0.5, 2, double.NaN]), [true, true, false], labels: 4);

    [Fact]
    public void Figures_AreOfTheTextsAsOftenAsTheyCount()
    {
        _sums.Add(0, 3);
        _sums.Add(1, 1);

        // a: 3 hits, 3 predicted, 4 actual; b: 1 predicted
        Assert.Equal((0.75, (1.5 + 2) / 4), (_sums.Accuracy, _sums.Loss));
        Assert.Equal([6.0 / 7, 0, 0, 0], Enumerable.Range(0, 4).Select(_sums.F1));
        Assert.Equal(6.0 / 7 / 2, _sums.MacroF1, 1e-15);
        Assert.Equal([4, 0, 0, 0], Enumerable.Range(0, 4).Select(_sums.Support));
    }

    [Fact]
    public void Clear_ForgetsAllTexts()
    {
        _sums.Add(0, 5);
        _sums.Clear();
        _sums.Add(2, 2);

        // c: 2 hits, 2 predicted, 2 actual; b: 2 predicted
        Assert.Equal([0, 0, 1, 0], Enumerable.Range(0, 4).Select(_sums.F1));
        Assert.Equal((0, 0.5), (_sums.Accuracy, _sums.MacroF1));
        Assert.True(double.IsNaN(_sums.Loss));
    }

    [Fact]
    public void NoTexts_HaveNoF1()
    {
        Assert.Equal(0, _sums.MacroF1);
        Assert.Equal([true, false, false], Enumerable.Range(0, 3).Select(_sums.IsCorrect));
    }
}
