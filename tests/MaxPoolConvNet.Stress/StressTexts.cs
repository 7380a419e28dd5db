using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Stress;

/// <summary>Small classifiers and texts, and the answers of one thread.</summary>
internal static class StressTexts
{
    private static readonly string[] _words = ["superb", "dreadful", "film", "plot", "the", "a", "not", "good", "actor", "unheard", "of", "日本", "né", "🎬", "!"];

    /// <summary>Texts to predict.</summary>
    public static string[] All { get; } = [.. Enumerable.Range(0, 500).Select(Text)];

    /// <summary>Trains a classifier whose word vectors need rows of a compiled table.</summary>
    public static TextClassifier Trained(ulong seed) => TextClassifier.Train(
        Enumerable.Range(0, 200).Select(t => new LabeledText(t % 2 == 0 ? "good" : "bad", $"{(t % 2 == 0 ? "superb" : "dreadful")} {Text(t)} number {t}")),
        new TrainingOptions
        {
            Epochs = 2, Networks = 1, Threads = 1, Seed = seed, Calibration = Calibration.None,
            Network = new ConvNetOptions { Filters = [new(1, 8)], Embedding = new EmbeddingOptions { Dimension = 8, Filters = [new(2, 16), new(3, 16)] } },
        });

    private static string Text(int number)
    {
        var random = new Random(number);
        return string.Join(' ', Enumerable.Range(0, random.Next(1, 30)).Select(_ => random.Next(4) == 0 ? $"number {random.Next(200)}" : _words[random.Next(_words.Length)]));
    }
}
