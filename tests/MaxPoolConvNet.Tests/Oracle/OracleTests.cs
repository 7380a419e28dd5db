using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.Tests;

public class OracleTests
{
    private const double DoubleTolerance = 1e-10;
    private const double FloatTolerance = 2e-4;

    [Fact]
    public void Cases_CoverBothInputsActivationsPaddingsOutputsAndLabels()
    {
        OracleCase[] cases = [.. OracleCase.Names.Select(row => OracleCase.Load(row.Data))];
        Assert.Equal(47, cases.Length);
        Assert.Equal(2, cases.Select(one => one.Text.HasWordVectors).Distinct().Count());
        Assert.Equal(2, cases.Select(one => one.Activation).Distinct().Count());
        Assert.Equal(2, cases.Select(one => one.Padding).Distinct().Count());
        Assert.Equal(2, cases.Select(one => one.HasBias).Distinct().Count());
        Assert.Equal(2, cases.Where(one => !one.IsSoftmax).Select(one => one.Label).Distinct().Count());
        Assert.Equal(11, cases.Count(one => one.IsSoftmax));
        Assert.Contains(cases, one => one.Text.WordCount < one.Widths.Max());
    }

    [Theory]
    [MemberData(nameof(OracleCase.Names), MemberType = typeof(OracleCase))]
    public void Fused_GivesTheReferenceInDouble(string name)
    {
        OracleCase reference = OracleCase.Load(name);
        ConvNet network = reference.Network();

        ForwardPass pass = network.Forward(reference.Text);
        Gradients gradients = network.Backward(pass, Target.OfClass(reference.Label));

        Assert.Equal(reference.Winners, pass.Winners);
        Near(reference.Pooled, pass.Pooled, DoubleTolerance, "h");
        Near(reference.Probabilities, pass.Probabilities, DoubleTolerance, "probability");
        Near([reference.LogLikelihood], [pass.LogLikelihood(Target.OfClass(reference.Label))], DoubleTolerance, "log-likelihood");
        foreach ((string block, Matrix<double> expected) in reference.Gradients())
            Near(expected, gradients[block], DoubleTolerance, block);
    }

    [Theory]
    [MemberData(nameof(OracleCase.Names), MemberType = typeof(OracleCase))]
    public void LayerByLayer_GivesTheReferenceInDouble(string name)
    {
        OracleCase reference = OracleCase.Load(name);
        ConvNet network = reference.Network();

        ConvFilterPass[] convolved = [.. network.Filters.Select(layer => layer.Forward(reference.Text))];
        MaxPoolPass[] pooled = [.. convolved.Select(pass => network.Pool.Forward(pass.Responses()))];
        OutputPass output = network.Output.Forward([.. pooled.SelectMany(pass => pass.Pooled)]);
        OutputGradients outputGradients = network.Output.Backward(output, Target.OfClass(reference.Label));

        Assert.Equal(reference.Winners, pooled.Zip(convolved, (pool, conv) => pool.Winners.Select(winner => winner - conv.WordsBefore)).SelectMany(w => w));
        Near(reference.Pooled, output.Pooled, DoubleTolerance, "h");
        Near(reference.Probabilities, output.Probabilities, DoubleTolerance, "probability");
        var expected = reference.Gradients().ToDictionary(pair => pair.Name, pair => pair.Block);
        Near(expected["V"], outputGradients.V, DoubleTolerance, "V");
        int feature = 0;
        for (int w = 0; w < convolved.Length; w++)
        {
            string suffix = convolved.Length == 1 ? "" : $"{network.Filters[w].Width}";
            int filters = network.Filters[w].FilterCount;
            Matrix<double> responseGradient = network.Pool.Backward(pooled[w], outputGradients.Pooled.SubVector(feature, filters));
            ConvFilterGradients gradients = network.Filters[w].Backward(convolved[w], responseGradient);
            Near(expected["U" + suffix], gradients.U, DoubleTolerance, "U" + suffix);
            if (reference.HasBias) Near(expected["filterBias" + suffix], gradients.Bias!, DoubleTolerance, "filterBias" + suffix);
            feature += filters;
        }
    }

    [Theory]
    [MemberData(nameof(OracleCase.Names), MemberType = typeof(OracleCase))]
    public void Fused_GivesTheReferenceInFloat(string name)
    {
        OracleCase reference = OracleCase.Load(name);
        Network<float> network = reference.Network().InPrecision<float>();
        (TextPass<float> pass, FilterTable<float>[] tables) = FloatPath.Forward(network, reference.Text);
        TextGradient<float> gradient = FloatPath.Backward(network, pass, reference.Label);

        Assert.Equal(reference.Winners, FloatPath.Winners(network, pass));
        Near(reference.Pooled, pass.Pooled[..network.Features].ToArray().Select(h => (double)h), FloatTolerance, "h");
        float[] probabilities = new float[pass.Logits.Length];
        network.Output.Probabilities(pass.Logits, probabilities);
        Near(reference.Probabilities, probabilities.Select(o => (double)o), FloatTolerance, "probability");
        Near([reference.LogLikelihood], [network.Output.LogLikelihood(pass.Logits, Target.OfClass(reference.Label))], FloatTolerance, "log-likelihood");
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
