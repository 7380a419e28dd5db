using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

internal static class SmallClassifier
{
    /// <summary>Knows ten words; trained to tell "superb" from "dreadful" and, by width 2, "not good" from "good not".</summary>
    public static TextClassifier Trained { get; } = TextClassifier.Train(
        [.. ToyTexts.Separable(60), .. ToyTexts.WordOrder(60)], TrainingCalls.Small with { Epochs = 20 });

    /// <summary>The same with filters over an embedding beside the one-hot ones, and two networks averaged.</summary>
    public static TextClassifier WithEmbedding { get; } = TextClassifier.Train(
        [.. ToyTexts.Separable(60), .. ToyTexts.WordOrder(60)],
        TrainingCalls.Small with
        {
            Epochs = 20,
            Networks = 2,
            Network = new ConvNetOptions
            {
                Filters = [new(1, 8), new(2, 8), new(3, 8)], Embedding = new EmbeddingOptions { Kind = EmbeddingKind.TwoChannel, Dimension = 6, Filters = [new(1, 5), new(2, 5)] },
            },
        });

    /// <summary>
    /// One filter of width 1 without biases: "good" has the logit 2·tanh(1) for "positive", "bad" 2·tanh(−1); a text without either 0.
    /// </summary>
    public static TextClassifier ByHand { get; } = new(
        new ConvNet(
            new ConvFilterLayer(Matrix<double>.Build.DenseOfArray(new[,] { { 1.0 }, { -1.0 } }), width: 1),
            new MaxPool(),
            new LogisticOutput(Matrix<double>.Build.DenseOfArray(new[,] { { 2.0 } }))),
        Vocabulary.FromWords(["good", "bad"]),
        new WordTokenizer(),
        ["negative", "positive"]);

    public static string[] Texts { get; } =
    [
        "", " ", "superb", "a superb film", "dreadful", "The film we saw was DREADFUL!", "not good", "good not", "xyzzy", "xyzzy plugh",
        "superb xyzzy dreadful", "🎬 superb 🎉🎉 film", "not\tvery\n good", "e\u0301 superb", ". . .", string.Concat(Enumerable.Repeat("not good ", 200)),
    ];
}
