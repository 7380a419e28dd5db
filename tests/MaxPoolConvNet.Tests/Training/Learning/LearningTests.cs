using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class LearningTests
{
    public static TheoryData<Optimizer, int> Ways { get; } = new() { { new AdaGrad(), 1 }, { new AdaGrad(), 8 }, { new Sgd(), 1 }, { new Sgd { LearningRate = 1 }, 8 } };

    [Theory]
    [MemberData(nameof(Ways))]
    public void TheLossFallsOnASeparableSet(Optimizer optimizer, int batchSize)
    {
        TrainingOptions options = TrainingCalls.Small with { Optimizer = optimizer, BatchSize = batchSize, Epochs = 20 };

        TrainingResult result = TrainingCalls.Train(ToyTexts.Separable(80), options);

        Assert.Equal(Enumerable.Range(1, 20), result.Epochs.Select(epoch => epoch.Epoch));
        Assert.InRange(result.Epochs[0].Loss, 0.3, 0.75);
        Assert.True(result.Epochs[^1].Loss < 0.1, $"the last loss is {result.Epochs[^1].Loss}");
        Assert.Equal(1, result.Epochs[^1].Accuracy);
    }

    [Fact]
    public void FiltersOfWidthTwoLearnTheOrderOfWords()
    {
        TrainingResult result = TrainingCalls.Train(ToyTexts.WordOrder(80), OfWidth(2));

        Assert.Equal(1, result.Epochs[^1].Accuracy);
        Assert.Equal(1, result.Classifier.Evaluate(ToyTexts.WordOrder(100, seed: 2)).Accuracy);
        Assert.Equal("positive", result.Classifier.Predict("good not").Label);
        Assert.Equal("negative", result.Classifier.Predict("not good").Label);
    }

    [Fact]
    public void FiltersOfWidthOneCannotTellTheOrderOfWords()
    {
        TextClassifier classifier = TrainingCalls.Train(ToyTexts.WordOrder(80), OfWidth(1)).Classifier;

        Assert.Equal(0.5, classifier.Evaluate(ToyTexts.WordOrder(100, seed: 2)).Accuracy);
        Assert.Equal(classifier.Predict("not good"), classifier.Predict("good not"));
    }

    [Fact]
    public void TheOrderOfTheTextsGivenDoesNotDecideWhichClassALabelIs()
    {
        LabeledText[] texts = ToyTexts.Separable(40);

        foreach (LabeledText[] order in new[] { texts, [.. texts.Reverse()] })
        {
            TextClassifier classifier = TrainingCalls.Train(order, TrainingCalls.Small with { Epochs = 20 }).Classifier;
            Assert.Equal(["negative", "positive"], classifier.Labels);
            Assert.Equal("positive", classifier.Predict("superb").Label);
            Assert.Equal("negative", classifier.Predict("dreadful").Label);
        }
    }

    private static TrainingOptions OfWidth(int width) =>
        TrainingCalls.Small with { Network = new ConvNetOptions { Filters = [new(width, 20)] }, Epochs = 30 };
}
