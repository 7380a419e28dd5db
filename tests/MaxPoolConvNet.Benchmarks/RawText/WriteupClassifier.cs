using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.RawText;

/// <summary>The writeup's network: one-hot words, 100 filters of two words, logistic; a single network, with the default tokenizer.</summary>
internal static class WriteupClassifier
{
    public const string Title = "MaxPoolConvNet, one-hot, F = 100, k = 2";

    /// <exception cref="InvalidDataException">The texts haven't two labels.</exception>
    public static TextClassifier Train(IReadOnlyList<LabeledText> texts)
    {
        int labels = texts.SelectMany(text => text.Labels).Distinct(StringComparer.Ordinal).Count();
        if (labels != 2) throw new InvalidDataException($"the data has {labels} labels; 2 were expected");
        return TextClassifier.Train(texts, new TrainingOptions
        {
            Network = new ConvNetOptions { Filters = [new(2)] },
            Networks = 1,
        });
    }
}
