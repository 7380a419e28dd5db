using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>Wrong gradients that people write, each of which the check has to see: mostly for ten networks and both labels.</summary>
public class GradientCheckerFaultTests
{
    [Fact]
    public void NoFault_Passes() => Assert.All(Check((_, _, _, _, _) => { }), report => Assert.True(report.HasPassed, report.ToString()));

    [Fact]
    public void ErrorLeftOutOfV_Fails() =>
        OnlyVFails(Check((_, pass, target, _, v) => v.Divide(target.Class - pass.Probability, v)));

    [Fact]
    public void ErrorLeftOutOfU_Fails() =>
        OnlyUFails(Check((_, pass, target, u, _) => u.Divide(target.Class - pass.Probability, u)));

    [Fact]
    public void UpdatedVUsedForU_Fails() => OnlyUFails(Check((network, _, _, u, v) =>
    {
        Parameter weights = network.Output.Parameters[0];
        for (int j = 0; j < u.ColumnCount; j++)
            u.SetColumn(j, u.Column(j) * ((weights[0, j] + (0.1 * v[0, j])) / weights[0, j]));
    }));

    [Fact]
    public void GradientToTheSecondBestWindow_Fails() => OnlyUFails(Check((network, pass, target, u, _) =>
    {
        Matrix<double> responses = network.Filters[0].Forward(SmallNetwork.Text).Responses;
        u.Clear();
        for (int j = 0; j < u.ColumnCount; j++)
        {
            int second = Enumerable.Range(0, responses.RowCount).OrderByDescending(m => responses[m, j]).ElementAt(1);
            AddWindow(network, pass, target, u, second, j);
        }
    }));

    [Fact]
    public void GradientToAllWindows_Fails() => OnlyUFails(Check((network, pass, target, u, _) =>
    {
        u.Clear();
        for (int j = 0; j < u.ColumnCount; j++)
        {
            for (int m = 0; m <= SmallNetwork.Text.WordCount - SmallNetwork.Width; m++)
                AddWindow(network, pass, target, u, m, j);
        }
    }));

    [Fact]
    public void GradientToTheBestWindow_Passes() => Assert.All(
        Check((network, pass, target, u, _) =>
        {
            u.Clear();
            for (int j = 0; j < u.ColumnCount; j++)
                AddWindow(network, pass, target, u, pass.Winners[j], j);
        }),
        report => Assert.True(report.HasPassed, report.ToString()));

    [Fact]
    public void DerivativeOfTanhLeftOut_Fails() => OnlyUFails(Check((_, pass, _, u, _) =>
    {
        for (int j = 0; j < u.ColumnCount; j++)
            u.SetColumn(j, u.Column(j) / (1 - (pass.Pooled[j] * pass.Pooled[j])));
    }));

    [Fact]
    public void EntryOfUZeroed_FailsAndIsNamed()
    {
        int column = 4;
        foreach (GradientReport report in Check((_, pass, _, u, _) => u[SmallNetwork.Text.WordIds[pass.Winners[column]], column] = 0))
        {
            UFails(report);
            Assert.Equal(1, report["U"].WrongEntryCount);
            Assert.Equal((column, 0.0), (report["U"].Column, report["U"].Analytic));
            Assert.NotEqual(0, report["U"].Numerical);
        }
    }

    [Fact]
    public void EntryOfVZeroed_FailsAndIsNamed() => Assert.All(Check((_, _, _, _, v) => v[0, 2] = 0), report =>
    {
        VFails(report);
        Assert.Equal(1, report["V"].WrongEntryCount);
        Assert.Equal("V[0,2]", report["V"].Place);
    });

    [Fact]
    public void TwoWrongEntriesOfOneSize_DoNotCancelInTheDirection()
    {
        for (ulong seed = 1; seed <= 40; seed++)
        {
            var options = new GradientCheckOptions { Seed = seed };
            foreach (GradientReport report in Check((_, _, _, u, _) => u[SmallNetwork.AbsentWord, 0] = u[SmallNetwork.AbsentWord, 1] = 123, options, networks: 2))
                Assert.False(report.Direction.HasPassed);
        }
    }

    [Fact]
    public void EntryOfAWordThatDoesNotOccur_IsSeenByItselfAndByTheDirection()
    {
        foreach (GradientReport report in Check((_, _, _, u, _) => u[SmallNetwork.AbsentWord, 3] = 1e-4))
        {
            Assert.Equal(1, report["U"].WrongEntryCount);
            Assert.Equal($"U[{SmallNetwork.AbsentWord},3]", report["U"].Place);
            Assert.True(report["V"].HasPassed);
            Assert.False(report.Direction.HasPassed);
            Assert.False(report.HasPassed);
        }
    }

    [Fact]
    public void EntryOutsideTheWinningWindow_FailsAndIsNamed()
    {
        foreach (GradientReport report in Check((_, pass, _, u, _) => u[LosingWord(pass, column: 5), 5] = 1e-4))
        {
            UFails(report);
            Assert.Equal(1, report["U"].WrongEntryCount);
            Assert.Equal((5, 1e-4, 0.0), (report["U"].Column, report["U"].Analytic, report["U"].Numerical));
        }
    }

    [Fact]
    public void AllZero_Fails() => Assert.All(
        Check((_, _, _, u, v) =>
        {
            u.Clear();
            v.Clear();
        }),
        report => Assert.False(report["U"].HasPassed || report["V"].HasPassed || report.Direction.HasPassed, report.ToString()));

    [Fact]
    public void SignFlipped_Fails() => Assert.All(
        Check((_, _, _, u, v) =>
        {
            u.Negate(u);
            v.Negate(v);
        }),
        report => Assert.False(report["U"].HasPassed || report["V"].HasPassed || report.Direction.HasPassed, report.ToString()));

    private static GradientReport[] Check(Action<ConvNet, ForwardPass, Target, Matrix<double>, Matrix<double>> fault, GradientCheckOptions? options = null, int networks = 10) =>
    [
        .. from seed in Enumerable.Range(1, networks)
           from label in Enumerable.Range(0, 2)
           let network = SmallNetwork.Create((ulong)seed)
           let model = new FaultyModel(network, (pass, target, u, v) => fault(network, pass, target, u, v))
           select GradientCalls.Check(model, SmallNetwork.Text, Target.OfClass(label), options),
    ];

    private static void OnlyUFails(IEnumerable<GradientReport> reports) => Assert.All(reports, UFails);

    private static void OnlyVFails(IEnumerable<GradientReport> reports) => Assert.All(reports, VFails);

    private static void UFails(GradientReport report)
    {
        Assert.False(report.HasPassed, report.ToString());
        Assert.False(report["U"].HasPassed, report.ToString());
        Assert.True(report["V"].HasPassed, report.ToString());
    }

    private static void VFails(GradientReport report)
    {
        Assert.False(report.HasPassed, report.ToString());
        Assert.False(report["V"].HasPassed, report.ToString());
        Assert.True(report["U"].HasPassed, report.ToString());
    }

    /// <summary>The writeup's formula with a window of our choice: (y − o)·v_j·(1 − h_j²)·x_m.</summary>
    private static void AddWindow(ConvNet network, ForwardPass pass, Target target, Matrix<double> u, int window, int column)
    {
        double slope = (target.Class - pass.Probability) * network.Output.Parameters[0][0, column] * (1 - (pass.Pooled[column] * pass.Pooled[column]));
        for (int i = 0; i < SmallNetwork.Width; i++)
            u[(i * SmallNetwork.Vocabulary) + SmallNetwork.Text.WordIds[window + i], column] += slope;
    }

    private static int LosingWord(ForwardPass pass, int column) =>
        SmallNetwork.Text.WordIds.First(word => word != SmallNetwork.Text.WordIds[pass.Winners[column]]);
}
