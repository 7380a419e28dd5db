using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

/// <summary>Classifiers of every form with random weights, large enough that every filter and every bias counts.</summary>
internal static class RandomClassifier
{
    private static readonly string[] _words =
        ["good", "bad", "the", "film", "not", "very", "שלום", "עולם", "مرحبا", "naïve", "日本語", "don't", .. Enumerable.Range(0, 20).Select(number => $"w{number}")];

    public static string[] Forms { get; } =
    [
        "logistic", "logistic without biases", "softmax", "multi-label", "one label", "narrow", "ReLU", "embedding", "both", "averaged", "16 bits", "8 bits", "unknown words",
    ];

    public static string[] Texts { get; } =
    [
        "", " ", "xyzzy plugh", "🎬🎉", "good", "not good", "The film, not very GOOD: bad!", "🎬 good 👩‍👩‍👧 bad 🎉", "שלום, עולם good مرحبا", "go\u200Bod\u200D not\u200Egood \uFEFFbad",
        "\uD800good \uDC00bad\uD83D not", "e\u0301 naïve don't 日本語", "good\0bad\u001B[31m\r\nnot\tvery", "xyzzy good plugh xyzzy bad", string.Join(' ', Enumerable.Range(0, 700).Select(at => $"w{at * 7 % 23}")),
    ];

    public static TextClassifier Of(string form) => form switch
    {
        "averaged" => SmallClassifier.WithEmbedding,
        "logistic" => Create(2, OutputKind.Logistic, new()),
        "logistic without biases" => Create(2, OutputKind.Logistic, new() { Biases = false, Filters = [new(1), new(4)] }),
        "multi-label" => Create(4, OutputKind.MultiLabel, new()),
        "one label" => Create(1, OutputKind.MultiLabel, new()),
        "narrow" => Create(3, OutputKind.Softmax, new() { Padding = Padding.Narrow, Filters = [new(2), new(5)] }),
        "ReLU" => Create(3, OutputKind.Softmax, new() { Activation = Activation.Relu }),
        "embedding" => Create(3, OutputKind.Softmax, new() { Filters = [], Embedding = _embedding }),
        "both" => Create(2, OutputKind.Logistic, new() { Embedding = _embedding }),
        "16 bits" => Create(3, OutputKind.Softmax, new() { Embedding = _embedding }).Compile(new CompileOptions { WeightFormat = WeightFormat.BFloat16 }),
        "8 bits" => Create(3, OutputKind.Softmax, new() { Embedding = _embedding }).Compile(new CompileOptions { WeightFormat = WeightFormat.Int8 }),
        "unknown words" => Create(3, OutputKind.Softmax, new(), UnknownWords.OneId),
        _ => Create(3, OutputKind.Softmax, new()),
    };

    private static readonly EmbeddingOptions _embedding = new() { Dimension = 5, Filters = [new(1, 6), new(3, 6)] };

    public static TextClassifier Create(int classes, OutputKind output, ConvNetOptions options, UnknownWords unknownWords = UnknownWords.Skip)
    {
        Vocabulary vocabulary = Vocabulary.FromWords(_words, unknownWords);
        ConvNet network = ConvNet.Random(vocabulary.Count, options with { Filters = [.. options.Resolve().Filters!.Select(group => new FilterGroup(group.Width, 7))], InitialDeviation = 0.5 }, seed: 5, classes, output);
        foreach (Parameter bias in network.Parameters.Where(parameter => parameter.Name.Contains("Bias", StringComparison.Ordinal)))
        {
            for (int column = 0; column < bias.ColumnCount; column++)
                bias[0, column] = 0.1 * (1 + (column % 7));
        }

        return new TextClassifier(network, vocabulary, new WordTokenizer(), Enumerable.Range(0, classes).Select(label => $"label{label:00000}"));
    }
}
