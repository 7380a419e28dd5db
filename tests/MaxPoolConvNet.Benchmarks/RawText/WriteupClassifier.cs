using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.RawText;

/// <summary>The writeup's network: one-hot words, 100 filters of two words, logistic; a single network, with the default tokenizer.</summary>
internal static class WriteupClassifier
{
    public const string Title = "MaxPoolConvNet, one-hot, F = 100, k = 2";

    public static TextClassifier Train(IReadOnlyList<LabeledText> texts)
    {
        TextClassifier classifier = TextClassifier.Train(texts, new TrainingOptions
        {
            Network = new ConvNetOptions { Widths = [2], FiltersPerWidth = [100] },
            Networks = 1,
        });
        return classifier.Labels.Length == 2
            ? classifier
            : throw new InvalidDataException($"the data has {classifier.Labels.Length} labels; 2 were expected");
    }
}
