using MaxPoolConvNet.Evaluation;

namespace MaxPoolConvNet.Tests;

public class PredictProbabilityTests
{
    [Fact]
    public void OneLabelsProbability_IsThatAmongAll()
    {
        foreach (TextClassifier classifier in new[] { SmallClassifier.Trained, SmallClassifier.WithEmbedding })
        {
            foreach (string text in SmallClassifier.Texts)
                Assert.Equal(classifier.Score(text), classifier.Labels.Select(label => new LabelProbability(label, classifier.Score(text)[label])));
        }
    }

    [Fact]
    public void AnotherLabel_IsAnErrorThatNamesTheLabels()
    {
        var refused = Assert.Throws<ArgumentException>(() => SmallClassifier.ByHand.Score("good")["Positive"]);
        Assert.Equal("there is no label 'Positive'; the classifier knows 'negative', 'positive' (Parameter 'label')", refused.Message);
        Assert.Throws<ArgumentNullException>(() => SmallClassifier.ByHand.Score("good")[null!]);
        Assert.Throws<ArgumentNullException>(() => SmallClassifier.ByHand.Score(null!)["positive"]);
    }

    [Fact]
    public void OneLabelsFigures_AreThoseAmongAll()
    {
        EvaluationReport report = SmallClassifier.ByHand.Evaluate([new("positive", "good"), new("negative", "bad"), new("positive", "bad")]);
        Assert.Equal(report.Classes[1], report["positive"]);
        Assert.Contains("'negative', 'positive'", Assert.Throws<KeyNotFoundException>(() => report["Positive"]).Message, StringComparison.Ordinal);
    }
}
