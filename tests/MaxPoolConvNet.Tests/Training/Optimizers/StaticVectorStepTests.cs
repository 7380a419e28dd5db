using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>
/// Beside static vectors, each text steps V, biases and filters over words; filters over the vectors wait for the last text of the step.
/// </summary>
public class StaticVectorStepTests
{
    private const double Rate = 0.3;

    [Theory]
    [InlineData(Padding.Wide, Activation.Tanh, 0.0)]
    [InlineData(Padding.Narrow, Activation.Relu, 0.0)]
    [InlineData(Padding.Wide, Activation.Tanh, 0.1)]
    public void Sgd_MovesEachParameterByTheGradientsOfTheWeightsThatTheTextsMet(Padding padding, Activation activation, double decay)
    {
        // a step leaves one-hot entries that win nothing as they are, decay or not; those of vectors decay once for each text
        var form = new ConvNetOptions
        {
            Filters = decay == 0 ? [new(2, 5)] : [], Padding = padding, Activation = activation, InitialDeviation = 0.5,
            Embedding = new EmbeddingOptions { Kind = EmbeddingKind.Static, Dimension = 6, Filters = [new(1, 5), new(3, 20)] },
        };
        var fixture = new StepFixture(form, new Sgd { LearningRate = Rate }, with: options => options with { WeightDecay = decay });
        int[] texts = [3, 0, 1, 2, 0];

        // the same in double, with one of the public gradients after the other; filters over vectors have 6 rows a position
        ConvNet network = fixture.Network();
        Dictionary<string, Matrix<double>> later = network.Parameters.ToDictionary(
            parameter => parameter.Name, parameter => Matrix<double>.Build.Dense(parameter.RowCount, parameter.ColumnCount));
        string[] waiting = [.. network.Parameters.Where(parameter => parameter.RowCount is 6 or 18).Select(parameter => parameter.Name)];
        Assert.Equal(2, waiting.Length);
        double loss = 0;
        foreach (int text in texts)
        {
            loss += StepFixture.MeanLoss(network, text);
            Dictionary<string, Matrix<double>> gradient = StepFixture.MeanGradient(network, text);
            foreach (Parameter parameter in network.Parameters)
            {
                Matrix<double> own = gradient[parameter.Name] - (decay * parameter.ToMatrix());
                if (waiting.Contains(parameter.Name)) later[parameter.Name] += own;
                else Add(parameter, own);
            }
        }

        foreach (string name in waiting)
            Add(network.Parameters.Single(parameter => parameter.Name == name), later[name]);
        Dictionary<string, Matrix<double>> expected = StepFixture.Copy(network);

        Assert.Equal(loss / texts.Length, fixture.Step(texts).Loss, 1e-6);
        StepFixture.AssertParameters(fixture.Network(), (name, row, column) => expected[name][row, column], 1e-6);
    }

    private static void Add(Parameter parameter, Matrix<double> gradient)
    {
        for (int row = 0; row < parameter.RowCount; row++)
        {
            for (int column = 0; column < parameter.ColumnCount; column++)
                parameter[row, column] += Rate * gradient[row, column];
        }
    }
}
