using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class AdaGradStepTests
{
    private const double Rate = 0.1;

    // a rounding is off by less than one part in 128; of so few steps, that moves none by more than this
    private const double OfRoundedSums = Rate / 256;

    public static TheoryData<ConvNetOptions> Forms => NetworkForms.All;

    [Theory]
    [MemberData(nameof(Forms))]
    public void StepsOnOneTextFollowTheFormula(ConvNetOptions form) =>
        AssertSteps(new StepFixture(form, new AdaGrad { LearningRate = Rate }), [0], [0], [3]);

    [Theory]
    [MemberData(nameof(Forms))]
    public void StepsOnABatchFollowTheFormulaWithTheMeanGradient(ConvNetOptions form) =>
        AssertSteps(new StepFixture(form, new AdaGrad { LearningRate = Rate }, batchSize: 3), [0, 1, 3], [2, 3, 0]);

    private static void AssertSteps(StepFixture fixture, params int[][] steps)
    {
        // G, the sums of squares of all gradients so far
        Dictionary<string, Matrix<double>> squares = fixture.Network().Parameters.ToDictionary(
            parameter => parameter.Name, parameter => Matrix<double>.Build.Dense(parameter.RowCount, parameter.ColumnCount));
        bool isFirst = true;
        foreach (int[] texts in steps)
        {
            ConvNet network = fixture.Network();
            Dictionary<string, Matrix<double>> before = StepFixture.Copy(network);
            Dictionary<string, Matrix<double>> gradient = StepFixture.MeanGradient(network, texts);
            foreach ((string name, Matrix<double> block) in gradient)
                squares[name] += block.PointwisePower(2);

            fixture.Step(texts);

            StepFixture.AssertParameters(
                fixture.Network(),
                (name, row, column) => before[name][row, column] + (Rate * gradient[name][row, column] / (Math.Sqrt(squares[name][row, column]) + 1e-8)),
                tolerance: name => isFirst || !HasRoundedSums(name) ? 1e-5 : OfRoundedSums);
            isFirst = false;
        }
    }
    /// <summary>Whether the sums of a parameter's entries are rounded, since these are stepped one by one.</summary>
    private static bool HasRoundedSums(string name) =>
        name == "outputBias" || (name.StartsWith('U') && !name.EndsWith(".embedding", StringComparison.Ordinal));
}
