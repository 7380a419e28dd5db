namespace MaxPoolConvNet.Tests;

public class PredictAllocationTests
{
    [Theory]
    [InlineData("one-hot")]
    [InlineData("embedding")]
    [InlineData("compiled")]
    [InlineData("16 bits")]
    [InlineData("no room for rows")]
    public void PredictingAllocatesNothingOnceAThreadHasBegun(string form)
    {
        TextClassifier classifier = form switch
        {
            "one-hot" => SmallClassifier.Trained,
            "embedding" => SmallClassifier.WithEmbedding,
            "compiled" => SmallClassifier.WithEmbedding.Compile(),
            "16 bits" => SmallClassifier.WithEmbedding.Compile(new CompileOptions { Precision = Precision.BFloat16 }),
            _ => SmallClassifier.WithEmbedding.Compile(new CompileOptions { MaximumBytes = 0 }),
        };
        Predict(classifier, 20);

        Assert.Equal(0, AllocatedBytes.LeastOf(() => Predict(classifier, 100)));
    }

    private static void Predict(TextClassifier classifier, int times)
    {
        Span<double> probabilities = stackalloc double[2];
        for (int time = 0; time < times; time++)
        {
            foreach (string text in SmallClassifier.Texts)
            {
                classifier.Predict(text);
                classifier.PredictProbabilities(text, probabilities);
            }
        }
    }
}
