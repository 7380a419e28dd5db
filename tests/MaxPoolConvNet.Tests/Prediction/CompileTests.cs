using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>A compiled classifier predicts the same by additions alone.</summary>
public class CompileTests
{
    public static TheoryData<EmbeddingKind, bool> Forms { get; } = new MatrixTheoryData<EmbeddingKind, bool>(
        [EmbeddingKind.Trained, EmbeddingKind.Static, EmbeddingKind.TwoChannel], [true, false]);

    [Theory]
    [MemberData(nameof(Forms))]
    public void Compile_GivesTheSamePredictionsWithin1EMinus5(EmbeddingKind kind, bool oneHot)
    {
        LabeledText[] texts = ToyTexts.Noise(60);
        TextClassifier classifier = TrainingCalls.Train(texts, Options(kind, oneHot)).Classifier;

        TextClassifier compiled = classifier.Compile();

        Assert.NotSame(classifier, compiled);
        foreach (string text in texts.Select(text => text.Text).Append("").Append("no word of this is known"))
        {
            Prediction expected = classifier.Predict(text);
            Prediction actual = compiled.Predict(text);
            Assert.Equal(expected with { Probability = 0 }, actual with { Probability = 0 });
            Assert.Equal(expected.Probability, actual.Probability, 1e-5);
            Assert.Equal(classifier.Explain(text).Logit, compiled.Explain(text).Logit, 1e-5);
        }

        Assert.Equal(Weights.Of(classifier), Weights.Of(compiled));
    }

    [Fact]
    public void Compile_WithoutAnEmbeddingThereIsNothingToDo()
    {
        TextClassifier classifier = SmallClassifier.ByHand;
        Assert.Same(classifier, classifier.Compile());
    }

    private static TrainingOptions Options(EmbeddingKind kind, bool oneHot) => TrainingCalls.Small with
    {
        Networks = 2,
        BatchSize = 7,
        Network = new ConvNetOptions
        {
            Widths = oneHot ? [1, 3] : [], FiltersPerWidth = [8],
            Embedding = new EmbeddingOptions { Kind = kind, Dimension = 10, Widths = [2, 3], FiltersPerWidth = [6] },
        },
    };
}
