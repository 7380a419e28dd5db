using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

public class MaximumEntriesTests
{
    private const int Most = 10;

    // ten distinct words at two positions, six filters each
    private const int EntriesOfU = 120;

    private static Target Positive => Target.OfClass(1);

    [Fact]
    public void AsManyEntriesAreCompared_AndTheirGradientsPass()
    {
        GradientReport report = Check(SmallNetwork.Create(), new GradientCheckOptions { MaximumEntries = Most });

        GradientBlockReport u = report.Blocks.Single(block => block.Name == "U");
        Assert.True(report.HasPassed, report.ToString());
        Assert.Equal(Most, u.CheckedEntryCount + u.KinkEntryCount);
        Assert.Equal(SmallNetwork.FilterCount, report.Blocks.Single(block => block.Name == "V").CheckedEntryCount);
    }

    [Theory]
    [InlineData(EntriesOfU)]
    [InlineData(int.MaxValue)]
    public void WhereThereAreNoMore_AllAreCompared(int most) =>
        Assert.Equal(Check(SmallNetwork.Create(), new GradientCheckOptions()).ToString(), Check(SmallNetwork.Create(), new GradientCheckOptions { MaximumEntries = most }).ToString());

    [Fact]
    public void AFactor_IsSeenByFewEntries()
    {
        var wrong = new ReplacedGradients(SmallNetwork.Create(), gradients =>
        {
            gradients.U.Multiply(1.001, gradients.U);
            return gradients;
        });

        Assert.False(Check(wrong, new GradientCheckOptions { MaximumEntries = Most }).Blocks.Single(block => block.Name == "U").HasPassed);
    }

    [Fact]
    public void AnEntryOfARowThatTheTextHasnt_IsAlwaysSeen()
    {
        var wrong = new ReplacedGradients(SmallNetwork.Create(), gradients =>
        {
            gradients.U[SmallNetwork.AbsentWord, 0] = 1e-3;
            return gradients;
        });

        Assert.Equal(1, Check(wrong, new GradientCheckOptions { MaximumEntries = 1 }).Blocks.Single(block => block.Name == "U").WrongEntryCount);
    }

    [Fact]
    public void Entries_AreDifferent_HalfOfThemOfGradient0_AndEachIsDrawnAsOften()
    {
        var gradient = Matrix<double>.Build.Dense(10, 5, (row, column) => row == 2 && column < 3 ? 1 : row == 9 ? -1 : 0);
        var often = new Dictionary<(int, int), int>();
        for (ulong seed = 0; seed < 3_000; seed++)
        {
            (int Row, int Column)[] drawn = [.. CheckedEntries.Choose([4, 2, 9], gradient, 8, seed)];
            Assert.Equal(8, drawn.Distinct().Count());
            Assert.Equal(4, drawn.Count(entry => gradient[entry.Row, entry.Column] == 0));
            foreach ((int, int) entry in drawn)
                often[entry] = often.GetValueOrDefault(entry) + 1;
        }

        // 3,000 · 4 / 7 of the 7 zeros, 3,000 · 4 / 8 of the others, with a standard deviation of 27
        Assert.Equal(15, often.Count);
        Assert.All(often, entry => Assert.InRange(entry.Value, 0.9 * Expected(entry.Key), 1.1 * Expected(entry.Key)));

        double Expected((int Row, int Column) entry) => 3_000 * 4 / (gradient[entry.Row, entry.Column] == 0 ? 7.0 : 8);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(14, 6)]
    [InlineData(3, 1)]
    public void WhereThereAreFewOfOneKind_ThereAreMoreOfTheOther(int most, int zeros)
    {
        var gradient = Matrix<double>.Build.Dense(3, 5, (row, column) => row == 0 && column == 0 ? 0 : row < 2 ? 1 : 0);

        IReadOnlyCollection<(int Row, int Column)> drawn = CheckedEntries.Choose([0, 1, 2], gradient, most, 1);

        Assert.Equal((most, zeros), (drawn.Count, drawn.Count(entry => gradient[entry.Row, entry.Column] == 0)));
    }

    [Fact]
    public void LessThanOne_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Check(SmallNetwork.Create(), new GradientCheckOptions { MaximumEntries = 0 }));

    private static GradientReport Check(IModel model, GradientCheckOptions options) => GradientCalls.Check(model, SmallNetwork.Text, Positive, options);
}
