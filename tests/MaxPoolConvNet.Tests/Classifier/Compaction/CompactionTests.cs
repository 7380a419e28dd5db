using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Tests.Storage;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class CompactionTests
{
    private static readonly LabeledText[] _texts = [.. ToyTexts.Separable(60), .. ToyTexts.WordOrder(60)];
    private static readonly TrainingOptions _full = TrainingCalls.Small with { Epochs = 20, Compact = false, Calibration = Calibration.None };

    private static TextClassifier Full { get; } = TrainingCalls.TrainUntil(_texts, _full, null, null, CancellationToken.None).Classifier;

    [Fact]
    public void Training_MakesWhatCompactMakesOfFullWeights()
    {
        TextClassifier compact = TrainingCalls.Train(_texts, _full with { Compact = true }).Classifier;

        Assert.Null(Full.Compaction);
        Assert.Equal(SavedModel.Of(compact), SavedModel.Of(Full.Compact(_texts, cancellationToken: TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void Weights_AreMultiplesOfAScalePerFilter()
    {
        TextClassifier compact = Full.Compact(_texts, cancellationToken: TestContext.Current.CancellationToken);

        CompactionReport report = compact.Compaction!;
        Assert.Equal(31, report.Levels);
        Assert.InRange(report.KeptFraction, 0.01, 0.99);
        Assert.InRange(report.LossChange!.Value, -0.005, 0.005);
        Assert.InRange(report.LargestLogitChange!.Value, 1e-6, 1);
        foreach ((Matrix<double> rounded, Matrix<double> full) in Filters(compact).Zip(Filters(Full)))
        {
            for (int j = 0; j < full.ColumnCount; j++)
            {
                double scale = rounded.Column(j).AbsoluteMaximum() / report.Levels;
                Assert.InRange(full.Column(j).AbsoluteMaximum() / report.Levels, 0.999 * scale, scale);
                Assert.All(rounded.Column(j), weight => Assert.Equal(Math.Round(weight / scale), weight / scale, 1e-6));
                Assert.All(rounded.Column(j).Zip(full.Column(j)), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, (pair.First == 0 ? 2.5001 : 0.5001) * scale));
            }
        }
    }

    [Fact]
    public void FullWeights_OfACompactClassifierPredictTheSameAndBecomeTheSame()
    {
        TextClassifier compact = Full.Compact(cancellationToken: TestContext.Current.CancellationToken);
        TextClassifier full = SavedModel.Load(SavedModel.Of(compact, new SaveOptions { WeightFormat = WeightFormat.Float32 }));

        Assert.Null(full.Compaction);
        foreach (string text in SmallClassifier.Texts)
            Assert.Equal(compact.Score(text), full.Score(text));
        Assert.Equal(SavedModel.Of(compact), SavedModel.Of(full.Compact(cancellationToken: TestContext.Current.CancellationToken)));
        Assert.Same(compact, compact.Compact(_texts, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Explanations_AddUpAndAreThoseOfFullWeights()
    {
        TextClassifier compact = Full.Compact(cancellationToken: TestContext.Current.CancellationToken);
        TextClassifier full = SavedModel.Load(SavedModel.Of(compact, new SaveOptions { WeightFormat = WeightFormat.Float32 }));

        foreach (string text in SmallClassifier.Texts)
            Assert.Equal(full.Explain(text).ToString(), compact.Explain(text).ToString());
    }

    [Fact]
    public void Gradients_OfACompactClassifierAreChecked()
    {
        TextClassifier compact = Full.Compact(cancellationToken: TestContext.Current.CancellationToken);

        GradientReport report = GradientCalls.Check(compact.ToConvNet(), compact.ToTextInput("a superb film, not good"), Target.OfClass(1));

        Assert.True(report.IsDeterministic, report.ToString());
    }

    [Fact]
    public void ACompactClassifier_IsTrainedFurther()
    {
        TextClassifier compact = Full.Compact(cancellationToken: TestContext.Current.CancellationToken);

        TextClassifier grown = new Trainer(_full).Continue(compact, _texts, cancellationToken: TestContext.Current.CancellationToken).Classifier;

        Assert.Null(grown.Compaction);
        Assert.Equal(1, grown.Evaluate(_texts, cancellationToken: TestContext.Current.CancellationToken).Accuracy);
    }

    [Theory]
    [InlineData(1.0, 31)]
    [InlineData(0.0323, 62)]
    [InlineData(0.01575, 127)]
    [InlineData(0.001, null)]
    public void Rounding_IsAsFineAsTheTextsNeed(double weight, int? levels)
    {
        // "good" decides, with a weight of a fraction of that of "never", which no text has
        Matrix<double> filter = Matrix<double>.Build.DenseOfArray(new[,] { { weight }, { -weight }, { 1.0 } });
        var network = new ConvNet(
            new ConvFilterLayer(filter, width: 1), new MaxPool(), new LogisticOutput(Matrix<double>.Build.Dense(1, 1, 1 / weight)));
        var classifier = new TextClassifier(network, Vocabulary.FromWords(["good", "bad", "never"]), WordTokenizer.Default, ["no", "yes"]);

        TextClassifier compact = classifier.Compact([new("yes", "good"), new("no", "bad")], cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(levels, compact.Compaction?.Levels);
        if (levels is null) Assert.Same(classifier, compact);
    }

    [Fact]
    public void AMaximumSize_IsKept()
    {
        TextClassifier compact = Full.Compact(_texts, cancellationToken: TestContext.Current.CancellationToken);
        int all = SavedModel.Of(compact).Length;

        TextClassifier same = Full.Compact(_texts, all, TestContext.Current.CancellationToken);
        TextClassifier small = Full.Compact(_texts, all - 300, TestContext.Current.CancellationToken);

        Assert.Equal(SavedModel.Of(compact), SavedModel.Of(same));
        Assert.InRange(SavedModel.Of(small).Length, all - 700, all - 300);
        Assert.Equal(7, small.Compaction!.Levels);
        Assert.InRange(small.Compaction.KeptFraction, 0.01, compact.Compaction!.KeptFraction);
        Assert.InRange(small.Evaluate(_texts, cancellationToken: TestContext.Current.CancellationToken).Accuracy, 0.9, 1);
    }

    [Fact]
    public void AMaximumSize_OfTrainingIsKept()
    {
        TrainingOptions options = _full with { Compact = true };
        int all = SavedModel.Of(TrainingCalls.Train(_texts, options).Classifier).Length;

        TextClassifier small = TrainingCalls.Train(_texts, options with { MaximumModelBytes = all - 300 }).Classifier;

        Assert.InRange(SavedModel.Of(small).Length, all - 700, all - 300);
    }

    [Fact]
    public void AMaximumSize_DropsWordsWithoutWeights()
    {
        // all words but two have weights of a tenth of those of the two
        Matrix<double> filter = Matrix<double>.Build.Dense(52, 1, (word, _) => word == 0 ? 1 : word == 51 ? -1 : 0.1);
        var network = new ConvNet(new ConvFilterLayer(filter, width: 1), new MaxPool(), new LogisticOutput(Matrix<double>.Build.Dense(1, 1, 1)));
        var classifier = new TextClassifier(network, Vocabulary.FromWords(["good", .. Enumerable.Range(0, 50).Select(word => $"rare{word}"), "bad"]), WordTokenizer.Default, ["no", "yes"]);
        int all = SavedModel.Of(classifier.Compact()).Length;

        TextClassifier small = classifier.Compact(maximumBytes: all - 100, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["good", "bad"], small.Vocabulary.Words);
        Assert.Equal(classifier.Predict("good").Probability, small.Predict("rare1 good rare2").Probability, 1e-3);
        Assert.Equal(classifier.Predict("bad").Probability, small.Predict("bad rare49").Probability, 1e-3);
    }

    [Fact]
    public void AMaximumSize_ThatIsTooSmallIsRefused()
    {
        var refused = Assert.Throws<ArgumentException>(() => Full.Compact(_texts, 1_000));

        Assert.Contains("at most 1,000 bytes was asked for; this classifier needs at least ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMaximumSize_OfFullWeightsIsRefused()
    {
        Assert.Contains("Compact is false", Assert.Throws<ArgumentException>(() => new Trainer(_full with { MaximumModelBytes = 5_000 })).Message, StringComparison.Ordinal);
        var vectors = new ConvNetOptions { Filters = [], Embedding = new EmbeddingOptions { Dimension = 50, Filters = [new(1, 20)] } };
        TextClassifier classifier = TrainingCalls.Train(_texts, _full with { Epochs = 1, Network = vectors }).Classifier;

        Assert.Contains("needs at least", Assert.Throws<ArgumentException>(() => classifier.Compact(maximumBytes: 1_000)).Message, StringComparison.Ordinal);
        Assert.Same(classifier, classifier.Compact(maximumBytes: 1_000_000, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Texts_WithAnUnknownLabelAreRefused() => Assert.Contains(
        "other", Assert.Throws<ArgumentException>(() => Full.Compact([new LabeledText("other", "text")])).Message, StringComparison.Ordinal);

    private static IEnumerable<Matrix<double>> Filters(TextClassifier classifier) =>
        classifier.ToConvNet().Parameters.Where(parameter => parameter.Name.StartsWith('U')).Select(parameter => parameter.ToMatrix());
}
