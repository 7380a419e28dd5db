namespace MaxPoolConvNet.Tests;

public class PredictAllocationTests
{
    [Theory]
    [InlineData("one-hot")]
    [InlineData("embedding")]
    [InlineData("compiled")]
    [InlineData("16 bits")]
    [InlineData("8 bits")]
    [InlineData("no room for rows")]
    public void PredictingAllocatesNothingOnceAThreadHasBegun(string form)
    {
        TextClassifier classifier = form switch
        {
            "one-hot" => SmallClassifier.Trained,
            "embedding" => SmallClassifier.WithEmbedding,
            "compiled" => SmallClassifier.WithEmbedding.Compile(),
            "16 bits" => SmallClassifier.WithEmbedding.Compile(new CompileOptions { WeightFormat = WeightFormat.BFloat16 }),
            "8 bits" => SmallClassifier.WithEmbedding.Compile(new CompileOptions { WeightFormat = WeightFormat.Int8 }),
            _ => SmallClassifier.WithEmbedding.Compile(new CompileOptions { MaximumBytes = 0 }),
        };
        var scores = new LabelScores(classifier);
        Predict(classifier, scores, 20);

        Assert.Equal(0, AllocatedBytes.LeastOf(() => Predict(classifier, scores, 100)));
    }

    private static void Predict(TextClassifier classifier, LabelScores scores, int times)
    {
        Span<double> probabilities = stackalloc double[2];
        for (int time = 0; time < times; time++)
        {
            foreach (string text in SmallClassifier.Texts)
            {
                classifier.Predict(text);
                classifier.Score(text, scores);
                classifier.Score(text.AsSpan(), scores);
                scores.CopyTo(probabilities);
                if (scores.Best.Probability < scores["positive"]) throw new InvalidOperationException("the best isn't the most probable");
            }
        }
    }
}
