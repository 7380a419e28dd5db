using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Trust;

/// <summary>A prediction for a test text, and whether it is right.</summary>
internal readonly record struct TestedAnswer(Prediction Prediction, bool IsRight)
{
    public static TestedAnswer[] Of(TextClassifier classifier, IReadOnlyList<LabeledText> test) =>
    [
        .. test.Select(text =>
        {
            Prediction prediction = classifier.Predict(text.Text);
            return new TestedAnswer(prediction, prediction.Label == text.Label);
        }),
    ];
}
