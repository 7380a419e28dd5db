namespace MaxPoolConvNet.Tests;

public class PredictAllocationTests
{
    [Theory]
    [InlineData("one-hot")]
    [InlineData("embedding")]
    [InlineData("compiled")]
    public void PredictingAllocatesNothingOnceAThreadHasBegun(string form)
    {
        TextClassifier classifier = form switch
        {
            "one-hot" => SmallClassifier.Trained,
            "embedding" => SmallClassifier.WithEmbedding,
            _ => SmallClassifier.WithEmbedding.Compile(),
        };
        Predict(classifier, 20);

        Assert.Equal(0, AllocatedBytes.LeastOf(() => Predict(classifier, 100)));
    }

    private static void Predict(TextClassifier classifier, int times)
    {
        for (int time = 0; time < times; time++)
        {
            foreach (string text in SmallClassifier.Texts)
                classifier.Predict(text);
        }
    }
}
