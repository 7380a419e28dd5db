using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>Where right ends and wrong begins, to a percent, on models whose slopes a check computes exactly.</summary>
public class GradientCheckLimitTests
{
    private const double Tolerance = 1e-7;

    [Theory]
    [InlineData(0, 0.99e-7, 0)]
    [InlineData(0, 1.01e-7, 1)]
    [InlineData(0, -1.01e-7, 1)]
    [InlineData(1, 0.99e-10, 0)] // a small entry is compared as if it had a thousandth of the largest one's size
    [InlineData(1, 1.01e-10, 1)]
    [InlineData(2, 0.99e-8, 0)] // a negative one counts by its absolute value
    [InlineData(2, 1.01e-8, 1)]
    public void AnEntry_IsRightWithinTheToleranceOfItsSize(int column, double deviation, int wrong)
    {
        double[] slopes = [1, Math.Pow(2, -20), -0.1];
        double[] gradient = [.. slopes];
        gradient[column] += deviation;

        GradientBlockReport block = Check(new LinearModel(0, [slopes], [gradient]))["p0"];

        Assert.Equal((3, 0, wrong), (block.CheckedEntryCount, block.KinkEntryCount, block.WrongEntryCount));
        Assert.Equal((0, column), (block.Row, block.Column));
        Assert.Equal((gradient[column], slopes[column]), (block.Analytic, block.Numerical), new Near(1e-13));
        Assert.Equal(1, block.LargestEntry);
        Assert.Equal(Math.Abs(deviation), block.LargestDifference, 1e-14);
        double size = column == 0 ? 1 : column == 1 ? 1e-3 : 0.1;
        Assert.Equal(Math.Abs(deviation) / size, block.LargestRelativeDifference, 1e-3 * Tolerance);
        Assert.Equal(deviation * deviation, block.SumOfSquaredDifferences, 1e-3 * deviation * deviation);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void ALargeLogLikelihood_MakesTheSlopeUncertain(int sign)
    {
        // 16 roundings of 2^30 by 1.1e-16, over the smallest step that counts: 2^-4, halved three times
        double uncertainty = 16 * 1.1e-16 * Math.Pow(2, 30) * Math.Pow(2, 7);

        Assert.Equal(0, WrongFor(0.99 * (uncertainty + Tolerance)));
        Assert.Equal(1, WrongFor(1.01 * (uncertainty + Tolerance)));

        int WrongFor(double deviation) =>
            Check(new LinearModel(sign * Math.Pow(2, 30), [[1]], [[1 + deviation]]))["p0"].WrongEntryCount;
    }

    [Fact]
    public void TheFirstOfEquallyWrongEntries_IsNamed()
    {
        GradientBlockReport block = Check(new LinearModel(0, [[1, 1, 1]], [[1, 1.5, 0.5]]))["p0"];

        Assert.Equal(("p0[0,1]", 2, 0.5, 0.5), (block.Place, block.WrongEntryCount, block.LargestRelativeDifference, block.SumOfSquaredDifferences));
    }

    [Fact]
    public void AGradientOfZeros_IsRight()
    {
        GradientReport report = Check(new LinearModel(0, [[0, 0]]));

        Assert.True(report.HasPassed, report.ToString());
        GradientBlockReport block = report["p0"];
        Assert.Equal((2, 0, 0, 0.0, 0.0), (block.CheckedEntryCount, block.WrongEntryCount, block.Column, block.LargestRelativeDifference, block.LargestEntry));
    }

    [Fact]
    public void AnEntryThatIsNotANumber_IsInfinitelyWrong()
    {
        GradientBlockReport block = Check(new LinearModel(0, [[1, 1]], [[1.5, double.NaN]]))["p0"];

        Assert.Equal((double.PositiveInfinity, 1, 2), (block.LargestRelativeDifference, block.Column, block.WrongEntryCount));
    }

    [Theory]
    [InlineData(0.99, true)]
    [InlineData(1.01, false)]
    [InlineData(-1.01, false)]
    public void TheDirection_IsRightWithinTheToleranceOfTheLength(double factor, bool isRight)
    {
        // a deviation in one entry changes the slope by its factor in the direction; the length is that of both, 5
        double[] direction = Direction(2);
        double deviation = factor * 5 * Tolerance / direction[0];

        DirectionReport report = Check(new LinearModel(0, [[3, 4]], [[3 + deviation, 4]])).Direction;

        Assert.Equal((isRight, false), (report.HasPassed, report.IsAtKink));
        Assert.Equal(5, report.Length, 1e-5);
        Assert.Equal((3 * direction[0]) + (4 * direction[1]), report.Numerical, 1e-10);
        Assert.Equal(report.Numerical + (deviation * direction[0]), report.Analytic, 1e-10);
    }

    [Fact]
    public void Steps_AreAsOptionsSay()
    {
        var model = new LinearModel(0, [[1]]);
        GradientChecker.Check(model, TextInput.FromWordIds(0), Target.OfClass(1), new GradientCheckOptions { Step = 0.5 }, TestContext.Current.CancellationToken);

        double[] seen = [.. model.Seen.Select(entries => entries[0])];
        double factor = Direction(1)[0];
        Assert.Equal([0, 0, 0.5, -0.5, 0.25, -0.25], seen.Take(6));
        int first = Array.FindIndex(seen, entry => entry == factor * 0.5 / 256);
        Assert.Equal([factor * 0.5 / 256, -factor * 0.5 / 256, factor * 0.5 / 512], seen.Skip(first).Take(3));
        Assert.Equal(0, model.Parameters[0][0, 0]);
    }

    [Fact]
    public void AtKinks_StepsShrinkToAQuarter_AndInTheDirectionToASixteenth()
    {
        var model = new LinearModel(0, [[1]]) { HasKinks = true };

        GradientReport report = Check(model);

        Assert.Equal((0, 1, false), (report["p0"].CheckedEntryCount, report["p0"].KinkEntryCount, report["p0"].HasPassed));
        Assert.Equal((true, true, 0.0), (report.Direction.IsAtKink, report.Direction.HasPassed, report.Direction.Numerical));
        double[] seen = [.. model.Seen.Select(entries => entries[0])];
        double factor = Direction(1)[0];
        Assert.Equal([1.0 / 16, -1.0 / 16, 1.0 / 64, -1.0 / 64, 1.0 / 256], seen.Skip(2).Take(5));
        int first = 2 + (2 * Enumerable.Range(0, 100).Count(n => Math.Pow(4, -n) / 16 >= 1e-12));
        Assert.Equal([factor / 4096, -factor / 4096, factor / 65536, -factor / 65536], seen.Skip(first).Take(4));
        Assert.Equal(first + (2 * Enumerable.Range(0, 100).Count(n => Math.Pow(16, -n) / 4096 >= 1e-12)), seen.Length);
    }

    /// <summary>The factors of the direction in which the check moves a parameter of one row.</summary>
    private static double[] Direction(int columns)
    {
        var model = new LinearModel(0, [new double[columns]]);
        new RandomDirection(model, 1).Move(1);
        return [.. Enumerable.Range(0, columns).Select(column => model.Parameters[0][0, column])];
    }

    private static GradientReport Check(IModel model) => GradientCalls.Check(model, TextInput.FromWordIds(0), Target.OfClass(1));

    private sealed class Near(double distance) : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) =>
            Math.Abs(x.Item1 - y.Item1) <= distance && Math.Abs(x.Item2 - y.Item2) <= distance;

        public int GetHashCode((double, double) obj) => 0;
    }
}
