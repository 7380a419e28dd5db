using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class ClassWeightTests
{
    private const double Rate = 0.5;
    private static readonly LabeledText[] _single = [new("a", "w0 w1"), new("b", "w2"), new("c", "w1 w3 w0"), new("b", "w3")];
    private static readonly LabeledText[] _pairs = [new("a", "w0 w1"), new("b", "w2"), new("a", "w1 w3 w0")];
    private static readonly LabeledText[] _sets = [new(["a", "b"], "w0 w1"), new([], "w2"), new("c", "w1 w3 w0"), new("b", "w3")];

    public static TheoryData<string> Outputs { get; } = ["logistic", "softmax", "multi-label"];

    [Theory]
    [InlineData("logistic")]
    [InlineData("softmax")]
    public void AWeightOfTwo_CountsATextTwiceInABatch(string output)
    {
        LabeledText[] texts = TextsOf(output);
        int[] all = [.. Enumerable.Range(0, texts.Length)];
        int[] repeated = [.. all, .. all.Where(t => texts[t].Label == "b")];

        Vector<double> weighted = Moved(texts, new() { ["b"] = 2 }, all) * all.Length;
        Vector<double> twice = Moved(texts, [], repeated) * repeated.Length;

        Assert.True(weighted.L2Norm() > 0.1);
        Assert.Equal(0, (weighted - twice).AbsoluteMaximum(), 1e-5);
        Assert.True((weighted - (Moved(texts, [], all) * all.Length)).AbsoluteMaximum() > 0.01, "the weight has to change the step");
    }

    [Fact]
    public void OfSeveralLabels_EachWeighsItsOwnTermWhereItApplies()
    {
        Start(_sets, out ConvNet network);
        int[] all = [.. Enumerable.Range(0, _sets.Length)];

        Vector<double> weighted = Moved(_sets, new() { ["b"] = 3 }, all);

        // the weighted loss less the plain one is 2·log o_b of the texts to which b applies: only row b of V and its bias are touched by it
        Matrix<double> step = Block(weighted, network, "V") - Block(Moved(_sets, [], all), network, "V");
        var expected = Vector<double>.Build.Dense(network.FeatureCount);
        foreach (LabeledText text in _sets.Where(text => text.Labels.Contains("b")))
        {
            ForwardPass pass = network.Forward(Input(text));
            expected += Rate * 2 * (1 - pass.Probabilities[1]) * Vector<double>.Build.Dense([.. pass.Pooled]) / all.Length;
        }

        Assert.Equal(0, (step.Row(1) - expected).AbsoluteMaximum(), 1e-6);
        Assert.Equal(0, step.Row(0).AbsoluteMaximum());
        Assert.Equal(0, step.Row(2).AbsoluteMaximum());
        Assert.True(expected.AbsoluteMaximum() > 0.01);
    }

    [Theory]
    [MemberData(nameof(Outputs))]
    public void ReportedLosses_AreWithoutWeights(string output)
    {
        LabeledText[] texts = TextsOf(output);
        TrainingOptions options = TrainingCalls.Small with { Epochs = 1, BatchSize = texts.Length, Dropout = 0 };

        EpochReport plain = TrainingCalls.Train(texts, options).Epochs[0];
        EpochReport weighted = TrainingCalls.Train(texts, options with { ClassWeights = new Dictionary<string, double> { ["b"] = 100 } }).Epochs[0];

        Assert.Equal(plain.Figures(), weighted.Figures());
    }

    [Fact]
    public void AHeavierLabel_IsPredictedMoreOften()
    {
        // in noise nothing but the weight decides
        TrainingOptions options = TrainingCalls.Small with { ClassWeights = new Dictionary<string, double> { ["positive"] = 20 } };

        EvaluationReport report = TextClassifier.Train(ToyTexts.Noise(100), options, cancellationToken: TestContext.Current.CancellationToken).Evaluate(ToyTexts.Noise(100, seed: 2));

        Assert.True(report.Classes[1].Recall > 0.9, report.ToString());
        Assert.True(report.Classes[0].Recall < 0.1, report.ToString());
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.0009, "0.0009")]
    [InlineData(1001, "1001")]
    [InlineData(double.NaN, "NaN")]
    public void AWeightOutOfItsRange_IsNamedWithItsLabel(double weight, string shown) =>
        Assert.StartsWith(
            $"ClassWeights['b'] is {shown}; a number from 0.001 to 1000 was expected",
            Assert.Throws<ArgumentOutOfRangeException>(() => new Trainer(Weighted("b", weight))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void AWeightForALabelThatNoTextHas_IsNamedWithThoseThereAre() =>
        Assert.StartsWith(
            "ClassWeights has the label 'd', which no text has; the texts have 'a', 'b', 'c'",
            Assert.Throws<ArgumentException>(() => TextClassifier.Train(_single, Weighted("d", 2), cancellationToken: TestContext.Current.CancellationToken)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Weights_AreCopiedWhenSet()
    {
        Dictionary<string, double> weights = new() { ["b"] = 2 };
        TrainingOptions options = TrainingCalls.Small with { ClassWeights = weights };
        weights["b"] = -1;

        Assert.Equal(2, options.ClassWeights["b"]);
        Assert.Equal("ClassWeights", Assert.Throws<ArgumentNullException>(() => new Trainer(options with { ClassWeights = null! })).ParamName);
    }

    private static TrainingOptions Weighted(string label, double weight) =>
        TrainingCalls.Small with { ClassWeights = new Dictionary<string, double> { [label] = weight } };

    private static LabeledText[] TextsOf(string output) => output switch { "logistic" => _pairs, "softmax" => _single, _ => _sets };

    private static TextInput Input(LabeledText text) => TextInput.FromWordIds([.. text.Text.Split(' ').Select(word => word[1] - '0')]);

    /// <summary>What one step of a batch adds to all parameters.</summary>
    private static Vector<double> Moved(LabeledText[] texts, Dictionary<string, double> weights, int[] batch)
    {
        Network<float> network = Start(texts, out ConvNet before);
        LabelSet labels = TrainingLabels.Of(texts, LabelsPerText.FromData);
        var encoder = new TextEncoder(new WhitespaceTokenizer(), Vocabulary.FromWords(["w0", "w1", "w2", "w3"]));
        var encoded = new EncodedTexts(texts, encoder, labels, "training", ErrorWeights.Of(weights, labels));
        var learner = Learner.Create(_ => network, new TrainingOptions { Optimizer = new Sgd { LearningRate = Rate }, BatchSize = batch.Length, Dropout = 0 });
        var tally = default(Tally);
        learner.Step(encoded, batch, new CounterRandom(4), 1, ref tally);
        double[] after = Weights.Of(ConvNet.FromNetwork(learner.Network.To<double>()));
        return Vector<double>.Build.Dense([.. after.Zip(Weights.Of(before), (to, from) => to - from)]);
    }

    private static Network<float> Start(LabeledText[] texts, out ConvNet network)
    {
        LabelSet labels = TrainingLabels.Of(texts, LabelsPerText.FromData);
        network = ConvNet.Random(
            4, new ConvNetOptions { Filters = [new(1, 3), new(2, 3), new(3, 3)], InitialDeviation = 0.5 }, 3, labels.Labels.Length, labels.SeveralPerText ? OutputKind.MultiLabel : null);
        Network<float> inSingle = network.InPrecision<float>();
        network = ConvNet.FromNetwork(inSingle.To<double>());
        return inSingle;
    }

    private static Matrix<double> Block(Vector<double> all, ConvNet network, string name)
    {
        int first = network.Parameters.TakeWhile(parameter => parameter.Name != name).Sum(parameter => parameter.RowCount * parameter.ColumnCount);
        Parameter block = network.Parameters.First(parameter => parameter.Name == name);
        return Matrix<double>.Build.Dense(block.RowCount, block.ColumnCount, (row, column) => all[first + (row * block.ColumnCount) + column]);
    }
}
