namespace MaxPoolConvNet.Tests;

public class PredictAllocationTests
{
    [Fact]
    public void PredictingAllocatesNothingOnceAThreadHasBegun()
    {
        TextClassifier classifier = SmallClassifier.Trained;
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
