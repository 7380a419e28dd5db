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

        long before = GC.GetAllocatedBytesForCurrentThread();
        Predict(classifier, 100);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
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
