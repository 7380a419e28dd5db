using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

public class OracleTests
{
    private const double DoubleTolerance = 1e-10;
    private const double FloatTolerance = 2e-4;

    [Fact]
    public void Cases_CoverBothInputsActivationsPaddingsOutputsAndLabels()
    {
        OracleCase[] cases = [.. OracleCase.Names.Select(row => OracleCase.Load(row.Data))];
        Assert.Equal(69, cases.Length);
        Assert.Equal(2, cases.Select(one => one.Text.HasWordVectors).Distinct().Count());
        Assert.Equal(2, cases.Select(one => one.Activation).Distinct().Count());
        Assert.Equal(2, cases.Select(one => one.Padding).Distinct().Count());
        Assert.Equal(2, cases.Select(one => one.HasBias).Distinct().Count());
        Assert.Equal(2, cases.Where(one => !one.IsSoftmax && !one.IsMultiLabel).Select(one => one.Label).Distinct().Count());
        Assert.Equal(26, cases.Count(one => one.IsSoftmax));
        Assert.Equal(7, cases.Count(one => one.IsMultiLabel));
        Assert.Equal(22, cases.Count(one => one.HasEmbedding));
        Assert.Equal(7, cases.Count(one => one.HasEmbedding && one.Network().Embedding!.StaticDimension > 0));
        Assert.Contains(cases, one => one.Text.WordCount < one.Widths.Max());
    }

    [Theory]
    [MemberData(nameof(OracleCase.Names), MemberType = typeof(OracleCase))]
    public void Fused_GivesTheReferenceInDouble(string name)
    {
        OracleCase reference = OracleCase.Load(name);
        ConvNet network = reference.Network();

        ForwardPass pass = network.Forward(reference.Text);
        Gradients gradients = network.Backward(pass, reference.Target);

        Assert.Equal(reference.Winners, pass.Winners);
        Near(reference.Pooled, pass.Pooled, DoubleTolerance, "h");
        Near(reference.Probabilities, pass.Probabilities, DoubleTolerance, "probability");
        Near([reference.LogLikelihood], [pass.LogLikelihood(reference.Target)], DoubleTolerance, "log-likelihood");
        foreach ((string block, Matrix<double> expected) in reference.Gradients())
            Near(expected, gradients[block], DoubleTolerance, block);
    }

    [Theory]
    [MemberData(nameof(OracleCase.Names), MemberType = typeof(OracleCase))]
    public void LayerByLayer_GivesTheReferenceInDouble(string name)
    {
        OracleCase reference = OracleCase.Load(name);
        ConvNet network = reference.Network();

        TextInput words = network.Embedding?.Forward(reference.Text) ?? reference.Text;
        ConvFilterLayer[] layers = [.. network.Filters, .. network.EmbeddingFilters];
        ConvFilterPass[] convolved = [.. layers.Select(layer => layer.Forward(words))];
        MaxPoolPass[] pooled = [.. convolved.Select(pass => network.Pool.Forward(pass.Responses))];
        OutputPass output = network.Output.Forward([.. pooled.SelectMany(pass => pass.Pooled)]);
        OutputGradients outputGradients = network.Output.Backward(output, reference.Target);

        Assert.Equal(reference.Winners, pooled.Zip(convolved, (pool, conv) => pool.Winners.Select(winner => winner - conv.WordsBefore)).SelectMany(w => w));
        Near(reference.Pooled, output.Pooled, DoubleTolerance, "h");
        Near(reference.Probabilities, output.Probabilities, DoubleTolerance, "probability");
        var expected = reference.Gradients().ToDictionary(pair => pair.Name, pair => pair.Block);
        Near(expected["V"], outputGradients.V, DoubleTolerance, "V");
        int feature = 0;
        Matrix<double>? wordGradient = null;
        for (int w = 0; w < convolved.Length; w++)
        {
            string suffix = convolved.Length == 1 ? "" : $"{layers[w].Width}";
            int filters = layers[w].FilterCount;
            Matrix<double> responseGradient = network.Pool.Backward(pooled[w], outputGradients.Pooled.SubVector(feature, filters));
            ConvFilterGradients gradients = layers[w].Backward(convolved[w], responseGradient);
            wordGradient = wordGradient is null ? gradients.WordVectors : wordGradient + gradients.WordVectors;
            Near(expected["U" + suffix], gradients.U, DoubleTolerance, "U" + suffix);
            if (reference.HasBias) Near(expected["filterBias" + suffix], gradients.Bias!, DoubleTolerance, "filterBias" + suffix);
            feature += filters;
        }

        if (reference.HasEmbedding) Near(expected["embedding"], network.Embedding!.Backward(reference.Text, wordGradient!)!, DoubleTolerance, "embedding");
    }

    [Theory]
    [MemberData(nameof(OracleCase.NamesOfWordIds), MemberType = typeof(OracleCase))]
    public void AStepOfTraining_IsTheReferenceGradientInFloat(string name)
    {
        OracleCase reference = OracleCase.Load(name);
        Dictionary<string, Matrix<double>> gradients = TrainingPath.Gradients(reference.Network(), reference.Text, reference.Labels);

        foreach ((string block, Matrix<double> expected) in reference.Gradients())
            Near(expected, gradients[block], FloatTolerance, block);
    }

    [Theory]
    [MemberData(nameof(OracleCase.Names), MemberType = typeof(OracleCase))]
    public void Fused_GivesTheReferenceInFloat(string name)
    {
        OracleCase reference = OracleCase.Load(name);
        Network<float> network = reference.Network().InPrecision<float>();
        (TextPass<float> pass, FilterTable<float>[] tables) = FloatPath.Forward(network, reference.Text);
        TextGradient<float> gradient = FloatPath.Backward(network, pass, reference.Target);

        Assert.Equal(reference.Winners, FloatPath.Winners(network, pass));
        Near(reference.Pooled, pass.Pooled[..network.Features].ToArray().Select(h => (double)h), FloatTolerance, "h");
        float[] probabilities = new float[pass.Logits.Length];
        network.Output.Function.Probabilities(pass.Logits, probabilities);
        Near(reference.Probabilities, probabilities.Select(o => (double)o), FloatTolerance, "probability");
        Near([reference.LogLikelihood], [network.Output.Function.LogLikelihood(pass.Logits, reference.Target)], FloatTolerance, "log-likelihood");
        // what an embedding is given, AStepOfTraining compares
        if (reference.HasEmbedding) return;
        Dictionary<string, Matrix<double>> gradients = FloatPath.Gradients(network, reference.Text, tables, pass, gradient);
        foreach ((string block, Matrix<double> expected) in reference.Gradients())
            Near(expected, gradients[block], FloatTolerance, block);
    }

    [Fact]
    public void Near_SeesAMissingBlock() =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Near(Matrix<double>.Build.Dense(1, 2, 0.5), Matrix<double>.Build.Dense(1, 2), FloatTolerance, "V"));

    private static void Near(Matrix<double> expected, Matrix<double> actual, double tolerance, string what)
    {
        Assert.Equal((expected.RowCount, expected.ColumnCount), (actual.RowCount, actual.ColumnCount));
        Near(expected.ToRowMajorArray(), actual.ToRowMajorArray(), tolerance, what);
    }

    private static void Near(IEnumerable<double> expected, IEnumerable<double> actual, double tolerance, string what)
    {
        double[] all = [.. expected];
        double largest = all.Max(Math.Abs);
        double difference = all.Zip(actual, (a, b) => Math.Abs(a - b)).Max();
        Assert.True(difference <= tolerance * largest, $"{what}: a difference of {difference:G3} in a block of {largest:G3}");
    }
}
