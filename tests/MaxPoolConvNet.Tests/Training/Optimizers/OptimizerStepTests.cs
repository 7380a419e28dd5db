using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>Momentum, AdaDelta and Adam against their formulas, entry by entry over several steps; one-hot filters and word vectors rest where no text touches them.</summary>
public class OptimizerStepTests
{
    /// <summary>The change of an entry, from two numbers of memory, its gradient and the step's number.</summary>
    private delegate double Rule(ref double first, ref double second, double gradient, int step);

    public static TheoryData<ConvNetOptions> Forms => NetworkForms.All;

    [Theory]
    [MemberData(nameof(Forms))]
    public void Momentum_FollowsItsFormula(ConvNetOptions form) => AssertSteps(
        form,
        new Sgd { LearningRate = 0.2, Momentum = 0.9 },
        (ref double velocity, ref double _, double gradient, int _) =>
        {
            velocity = (0.9 * velocity) + gradient;
            return 0.2 * velocity;
        });

    [Theory]
    [MemberData(nameof(Forms))]
    public void AdaDelta_FollowsItsFormula(ConvNetOptions form) => AssertSteps(
        form,
        new AdaDelta { Epsilon = 1e-4 },
        (ref double squares, ref double changes, double gradient, int _) =>
        {
            squares = (0.95 * squares) + (0.05 * gradient * gradient);
            double change = Math.Sqrt(changes + 1e-4) / Math.Sqrt(squares + 1e-4) * gradient;
            changes = (0.95 * changes) + (0.05 * change * change);
            return change;
        });

    [Theory]
    [MemberData(nameof(Forms))]
    public void Adam_FollowsItsFormula(ConvNetOptions form) => AssertSteps(
        form,
        new Adam { LearningRate = 0.05 },
        (ref double mean, ref double squares, double gradient, int step) =>
        {
            mean = (0.9 * mean) + (0.1 * gradient);
            squares = (0.999 * squares) + (0.001 * gradient * gradient);
            return 0.05 * (mean / (1 - Math.Pow(0.9, step))) / (Math.Sqrt(squares / (1 - Math.Pow(0.999, step))) + 1e-8);
        });

    [Fact]
    public void OptionsOutOfTheirRange_AreNamed()
    {
        AssertRefused(new Sgd { Momentum = 1 }, "Momentum is 1; a number from 0 to 0.999 was expected");
        AssertRefused(new AdaDelta { Decay = 1 }, "Decay is 1; a number from 0.5 to 0.9999 was expected");
        AssertRefused(new AdaDelta { Epsilon = 0 }, "Epsilon is 0; a number from 1E-12 to 0.1 was expected");
        AssertRefused(new Adam { FirstDecay = -0.1 }, "FirstDecay is -0.1; a number from 0 to 0.9999 was expected");
        AssertRefused(new Adam { SecondDecay = 1 }, "SecondDecay is 1; a number from 0.5 to 0.999999 was expected");
        AssertRefused(new Adam { LearningRate = double.NaN }, "LearningRate is NaN; a number from 1E-12 to 100 was expected");
    }

    private static void AssertRefused(Optimizer optimizer, string message) => Assert.StartsWith(
        message,
        Assert.Throws<ArgumentOutOfRangeException>(() => new Trainer(new TrainingOptions { Optimizer = optimizer })).Message,
        StringComparison.Ordinal);

    private static void AssertSteps(ConvNetOptions form, Optimizer optimizer, Rule rule)
    {
        AssertSteps(new StepFixture(form, optimizer), rule, [0], [3], [0], [1]);
        AssertSteps(new StepFixture(form, optimizer, batchSize: 3), rule, [0, 1, 3], [2, 3, 0], [0, 1, 3]);
    }

    private static void AssertSteps(StepFixture fixture, Rule rule, params int[][] steps)
    {
        var memory = fixture.Network().Parameters.ToDictionary(
            parameter => parameter.Name, parameter => new (double First, double Second)[parameter.RowCount, parameter.ColumnCount]);
        for (int step = 1; step <= steps.Length; step++)
        {
            ConvNet network = fixture.Network();
            Dictionary<string, Matrix<double>> before = StepFixture.Copy(network);
            Dictionary<string, Matrix<double>> gradient = StepFixture.MeanGradient(network, steps[step - 1]);

            fixture.Step(steps[step - 1]);

            StepFixture.AssertParameters(
                fixture.Network(),
                (name, row, column) =>
                {
                    double own = gradient[name][row, column];
                    if (Rests(network, name, row, own, steps[step - 1])) return before[name][row, column];
                    ref (double First, double Second) entry = ref memory[name][row, column];
                    return before[name][row, column] + rule(ref entry.First, ref entry.Second, own, step);
                },
                tolerance: 1e-4);
        }
    }

    /// <summary>Entries of one-hot filters rest where they have no gradient, word vectors where the word doesn't occur; filters over an embedding never do.</summary>
    private static bool Rests(ConvNet network, string name, int row, double gradient, int[] texts)
    {
        if (name == "embedding") return !StepFixture.Occurs(row, texts);
        bool oneHot = !network.Filters.IsEmpty && !name.EndsWith(".embedding", StringComparison.Ordinal);
        return name.StartsWith('U') && oneHot && gradient == 0;
    }
}
