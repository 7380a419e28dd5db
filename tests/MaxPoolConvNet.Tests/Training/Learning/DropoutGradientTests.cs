using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>The gradient with the factors of dropout held fixed, against central differences of the log-likelihood.</summary>
public class DropoutGradientTests
{
    private const double Step = 1e-6;

    private static readonly int[] _text = [3, 1, 4, 1, 5];

    public static TheoryData<ConvNetOptions> Forms => NetworkForms.All;

    [Theory]
    [MemberData(nameof(Forms))]
    public void TheGradientAgreesWithNumericalDifferences(ConvNetOptions form)
    {
        var network = NetworkInitializer.Create<double>(7, classes: 2, form, new CounterRandom(11));
        double[] factors = new double[AlignedArray<double>.WholeLines(network.Features)];
        for (int j = 0; j < network.Features; j++)
            factors[j] = j % 3 == 0 ? 0 : 1.5;
        var pass = new TextPass<double>(network);
        var gradient = new TextGradient<double>(network);
        network.Forward(_text, [], network.Tables, factors, pass);
        gradient.Errors[0] = LogisticFunction.Error(pass.Logits[0], 1);
        network.Backward(pass, factors, gradient);

        for (int b = 0; b < network.Banks.Length; b++)
        {
            FilterTable<double> table = network.Tables[b];
            var entries = new Sums(new double[table.Entries.Length]);
            network.Route(b, table, pass, gradient, ..table.Filters, ref entries);
            for (int at = 0; at < table.Words * table.Width * table.Stride; at++)
            {
                if (at % table.Stride < table.Filters) AssertGradient(network, factors, ref table.Entries[at], entries.Gradients[at]);
            }

            for (int j = 0; j < table.Filters && network.Banks[b].Bias is { } bias; j++)
                AssertGradient(network, factors, ref bias[j], gradient.Responses[network.FirstFeature(b) + j]);
        }

        for (int j = 0; j < network.Features; j++)
            AssertGradient(network, factors, ref network.Output.Row(0)[j], gradient.Errors[0] * pass.Pooled[j]);
        if (network.Output.Bias is { } outputBias) AssertGradient(network, factors, ref outputBias[0], gradient.Errors[0]);
    }

    [Fact]
    public void AFeatureLeftOutHasNoGradientAndNoPartInTheLogit()
    {
        var network = NetworkInitializer.Create<double>(7, classes: 2, new ConvNetOptions { Filters = [new(2, 8)], InitialDeviation = 0.5 }, new CounterRandom(11));
        double[] factors = [2, 2, 0, 2, 2, 2, 2, 2];
        var pass = new TextPass<double>(network);
        var gradient = new TextGradient<double>(network);
        network.Forward(_text, [], network.Tables, factors, pass);
        double logit = pass.Logits[0];
        gradient.Errors[0] = 1;
        network.Backward(pass, factors, gradient);
        network.Output.Row(0)[2] += 10;
        network.Forward(_text, [], network.Tables, factors, pass);

        Assert.Equal(logit, pass.Logits[0]);
        Assert.Equal(0, gradient.Responses[2]);
        Assert.Equal(0, pass.Pooled[2]);
        Assert.All(gradient.Responses.Where((_, j) => j < 8 && j != 2), response => Assert.NotEqual(0, response));
    }

    private static void AssertGradient(Network<double> network, double[] factors, ref double entry, double gradient)
    {
        double value = entry;
        entry = value + Step;
        double above = LogLikelihood(network, factors);
        entry = value - Step;
        double below = LogLikelihood(network, factors);
        entry = value;
        Assert.Equal((above - below) / (2 * Step), gradient, 1e-8);
    }

    private static double LogLikelihood(Network<double> network, double[] factors)
    {
        var pass = new TextPass<double>(network);
        network.Forward(_text, [], network.Tables, factors, pass);
        return LogisticFunction.LogLikelihood(pass.Logits[0], 1);
    }

    private readonly struct Sums(double[] gradients) : IEntryVisitor<double>
    {
        public double[] Gradients => gradients;

        public void Visit(int at, int entry, double gradient) => gradients[entry] += gradient;
    }
}
