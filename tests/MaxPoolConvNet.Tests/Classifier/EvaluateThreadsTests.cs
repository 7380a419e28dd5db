using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

public class EvaluateThreadsTests
{
    public static TheoryData<string> Outputs { get; } = ["logistic", "softmax", "multi-label"];

    [Theory]
    [MemberData(nameof(Outputs))]
    public void TheNumberOfThreads_ChangesNoBitOfTheReport(string output)
    {
        LabeledText[] texts = output switch
        {
            "logistic" => ToyTexts.Noise(500),
            "softmax" => [.. ToyTexts.Noise(500), new("other", "quite another text")],
            _ => TagTexts.Make(500),
        };
        TextClassifier classifier = TextClassifier.Train(texts, TrainingCalls.Small with { Epochs = 1 }, cancellationToken: TestContext.Current.CancellationToken);
        string alone = classifier.Evaluate(texts, threads: 1).ToJson();

        Assert.Equal(alone, classifier.Evaluate(texts).ToJson());
        foreach (int threads in new[] { 2, 3, 8 })
            Assert.Equal(alone, classifier.Evaluate(texts, threads).ToJson());
    }

    [Fact]
    public void NoThreads_AreAnError() =>
        Assert.Throws<ArgumentOutOfRangeException>("threads", () => SmallClassifier.ByHand.Evaluate([new("positive", "good")], threads: 0));
}
