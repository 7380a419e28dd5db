namespace MaxPoolConvNet.Tests;

public class LabelScoresTests
{
    [Fact]
    public void Score_IsAListOfAllLabelsInTheirOrder()
    {
        TextClassifier classifier = SmallClassifier.ByHand;
        LabelScores scores = classifier.Score("good");

        Assert.Equal(classifier.Labels, scores.Select(one => one.Label));
        Assert.Equal(classifier.Labels.Length, scores.Count);
        for (int label = 0; label < scores.Count; label++)
            Assert.Equal(new LabelProbability(scores.Labels[label], scores[scores.Labels[label]]), scores[label]);
        Assert.Equal(1, scores.Sum(one => one.Probability), 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>("index", () => scores[scores.Count]);
    }

    [Fact]
    public void Best_IsThePrediction()
    {
        foreach (string text in SmallClassifier.Texts)
        {
            Prediction prediction = SmallClassifier.Trained.Predict(text);
            LabelScores scores = SmallClassifier.Trained.Score(text);

            Assert.Equal((prediction.Label, prediction.Probability), (scores.Best.Label, scores.Best.Probability));
            Assert.Equal(scores.Best, scores.Top(1)[0]);
            Assert.Equal((prediction.WordCount, prediction.KnownWordCount, prediction.HasKnownWords), (scores.WordCount, scores.KnownWordCount, scores.HasKnownWords));
        }
    }

    [Fact]
    public void Score_IntoReusedScores_ReplacesAllOfThem()
    {
        TextClassifier classifier = SmallClassifier.ByHand;
        var scores = new LabelScores(classifier);
        Assert.All(scores, one => Assert.Equal(0, one.Probability));

        classifier.Score("good", scores);
        classifier.Score("bad and so on", scores);

        Assert.Equal(classifier.Score("bad and so on"), scores);
        Assert.Equal((4, 1), (scores.WordCount, scores.KnownWordCount));
    }

    [Fact]
    public void Score_IntoScoresOfAnotherClassifier_IsAnError()
    {
        var thrown = Assert.Throws<ArgumentException>(() => SmallClassifier.ByHand.Score("good", new LabelScores(SmallClassifier.Trained)));
        Assert.StartsWith("the scores are a buffer for a classifier with 2 labels", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_IntoScoresMadeBeforeCompiling_Works()
    {
        TextClassifier classifier = SmallClassifier.WithEmbedding;
        var scores = new LabelScores(classifier);
        classifier.Compile().Score("good", scores);
        Assert.Equal(classifier.Score("good").Select(one => one.Probability), scores.Select(one => one.Probability));
    }

    [Fact]
    public void ToString_ShowsTheMostProbable() =>
        Assert.Matches("^(positive|negative) 0\\.\\d{3}, (positive|negative) 0\\.\\d{3}$", SmallClassifier.ByHand.Score("good").ToString());
}
