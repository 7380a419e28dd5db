namespace MaxPoolConvNet.Tests;

public class PredictAllTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    public void PredictAll_GivesWhatEachTextGives(int? threads)
    {
        TextClassifier classifier = SmallClassifier.WithEmbedding;
        string[] texts = [.. Enumerable.Range(0, 20).SelectMany(_ => SmallClassifier.Texts)];

        Assert.Equal(texts.Select(classifier.Predict), classifier.PredictAll(texts, threads));
        Assert.Empty(classifier.PredictAll([], threads));
    }

    [Fact]
    public void PredictAll_BadInput_IsNamed()
    {
        TextClassifier classifier = SmallClassifier.ByHand;

        Assert.Throws<ArgumentNullException>("texts", () => classifier.PredictAll(null!));
        Assert.Throws<ArgumentOutOfRangeException>("threads", () => classifier.PredictAll(["good"], threads: 0));
        var thrown = Assert.Throws<ArgumentException>("texts", () => classifier.PredictAll(["good", null!, "bad"]));
        Assert.StartsWith("text 2 of 3 is null", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CopyTo_ASpan_GivesThoseOfAllLabels_AndLeavesTheRest()
    {
        TextClassifier classifier = SmallClassifier.WithEmbedding;
        double[] probabilities = [-1, -1, -1];
        foreach (string text in SmallClassifier.Texts)
        {
            classifier.Score(text.AsSpan()).CopyTo(probabilities);

            Assert.Equal(classifier.Score(text).Select(label => label.Probability), probabilities[..2]);
            Assert.Equal(-1, probabilities[2]);
        }
    }

    [Fact]
    public void CopyTo_TooLittleRoom_IsAnError()
    {
        var thrown = Assert.Throws<ArgumentException>("probabilities", () => SmallClassifier.ByHand.Score("good").CopyTo(new double[1]));
        Assert.StartsWith("there is room for 1 probabilities; there are 2 labels", thrown.Message, StringComparison.Ordinal);
    }
}
