using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>Promises from the out-of-fold predictions of a training.</summary>
public class TrainedPromisesTests
{
    private static readonly TrainingOptions _options = TrainingCalls.Small with { Epochs = 10, Acceptance = true };

    [Fact]
    public void EasyTexts_ArePromised()
    {
        TextClassifier classifier = TextClassifier.Train(ToyTexts.Separable(200), _options);

        ErrorThreshold threshold = classifier.AcceptAt(0.05)!;
        PromiseReport kept = classifier.Evaluate(ToyTexts.Separable(400, seed: 2)).Promises.Single(promise => promise.MaximumErrorRate == 0.05);

        Assert.Equal(200, threshold.DecisionCount);
        Assert.InRange(threshold.ExpectedCoverage, 0.9, 1);
        Assert.InRange(kept.Coverage, 0.85, 1);
        Assert.InRange(kept.ErrorRate!.Value, 0, 0.05);
    }

    [Fact]
    public void Noise_IsNot()
    {
        TextClassifier classifier = TextClassifier.Train(ToyTexts.Noise(200), _options);

        Assert.Equal((200, 0), (classifier.Acceptance!.DecisionCount, classifier.Acceptance.Thresholds.Length));
        Assert.Null(classifier.AcceptAt(0.2));
    }

    // a third of the texts has a word that tells; of the others nothing is known
    [Fact]
    public void WhereSomeTextsAreEasy_OnlyThoseAreAccepted()
    {
        static LabeledText[] Mixed(ulong seed) => [.. ToyTexts.Separable(200, seed), .. ToyTexts.Noise(400, seed)];
        TextClassifier classifier = TextClassifier.Train(Mixed(1), _options);

        ErrorThreshold threshold = classifier.AcceptAt(0.1)!;

        Assert.InRange(threshold.ExpectedCoverage, 0.2, 0.45);
        Assert.True(threshold.Accepts(classifier.Predict("superb")));
        Assert.False(threshold.Accepts(classifier.Predict("on monday at home")));
    }

    [Fact]
    public void SeveralLabels_ArePromisedOneByOne()
    {
        TextClassifier classifier = TextClassifier.Train(TagTexts.Make(160), _options);

        Assert.Equal(["blue", "green", "red"], classifier.AcceptAt(0.1)!.LabelThresholds!.Keys.Order());
    }

    [Fact]
    public void ContinuedTraining_HasNoTableOfTheTrainingBefore()
    {
        TextClassifier classifier = TextClassifier.Train(ToyTexts.Separable(100), _options);

        TrainingResult without = new Trainer(_options with { Acceptance = false }).Continue(classifier, ToyTexts.Separable(100), cancellationToken: TestContext.Current.CancellationToken);

        Assert.NotNull(classifier.Acceptance);
        Assert.Null(without.Classifier.Acceptance);
    }
}
