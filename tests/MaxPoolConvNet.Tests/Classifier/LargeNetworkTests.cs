using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>Networks of 80 MB, which leave the memory of AdaGrad's sums when they have finished.</summary>
[Trait("Category", "Slow")]
public class LargeNetworkTests
{
    private const int WordsPerText = 20;

    // each word occurs in one text alone, but for the one that tells the label
    private static readonly LabeledText[] _texts = [.. Enumerable.Range(0, 3_000).Select(Text)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void TheyAreTheSame_WhetherTheyTrainBesideOrAfterOneAnother(int threads)
    {
        var options = new TrainingOptions
        {
            Vocabulary = new VocabularyOptions { MinimumCount = 1 }, Epochs = 2, Networks = 2, Calibration = Calibration.None, Threads = threads,
        };
        TextClassifier after = TextClassifier.Train(_texts, options, cancellationToken: TestContext.Current.CancellationToken);
        TextClassifier beside = new Trainer(options).Train(_texts, cancellationToken: TestContext.Current.CancellationToken).Classifier;

        Assert.Equal(60_002, after.Vocabulary.Count);
        Assert.Equal(ModelBytes.Of(after), ModelBytes.Of(beside));
        Assert.Equal(1, after.Evaluate(_texts.Take(500)).Accuracy);
        Assert.Equal("good", after.Predict("good and new").Label);
        Assert.Equal("bad", after.Predict("new and bad").Label);
    }

    private static LabeledText Text(int number)
    {
        string label = number % 2 == 0 ? "good" : "bad";
        return new LabeledText(label, $"{label} {string.Join(' ', Enumerable.Range(0, WordsPerText).Select(word => $"w{(number * WordsPerText) + word}"))}");
    }
}
