using System.Text;
using MaxPoolConvNet.English;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Onnx.Tests;

/// <summary>Small classifiers of every form, trained once.</summary>
internal static class Classifiers
{
    private static readonly WordVectors _vectors = Vectors();
    private static readonly TrainingOptions _quick = new()
    {
        Epochs = 2, Networks = 1, Threads = 1, Compact = false, Calibration = Calibration.None,
        Network = new ConvNetOptions { Filters = [new(1, 9), new(2, 12), new(3, 16)] },
    };

    private static readonly Dictionary<string, Lazy<TextClassifier>> _classifiers = new()
    {
        ["one-hot"] = Of(_quick),
        ["compact"] = Of(_quick with { Compact = true }),
        ["compact, narrow, one width"] =
            Of(_quick with { Compact = true, Network = new ConvNetOptions { Filters = [new(4, 7)], Padding = Padding.Narrow } }),
        ["calibrated"] = Of(_quick with { Compact = true, Calibration = Calibration.OutOfFold }),
        ["averaged"] = Of(_quick with { Networks = 3 }),
        ["narrow"] = Of(_quick with { Network = new ConvNetOptions { Filters = [new(2, 7), new(5, 8)], Padding = Padding.Narrow } }),
        ["narrow, one width, no biases"] =
            Of(_quick with { Network = new ConvNetOptions { Filters = [new(4, 7)], Padding = Padding.Narrow, Biases = false } }),
        ["width 1"] = Of(_quick with { Network = new ConvNetOptions { Filters = [new(1, 20)] } }),
        ["ReLU"] = Of(_quick with { Network = _quick.Network with { Activation = Activation.Relu } }),
        ["sub-words"] = Of(_quick with { Tokenizer = new SubwordTokenizer() }),
        ["white space"] = Of(_quick with { Tokenizer = WhitespaceTokenizer.Default }),
        ["one id for unknown words"] = Of(_quick with
        {
            Vocabulary = new VocabularyOptions { MinimumCount = 2, UnknownWords = UnknownWords.OneId },
        }),
        ["five labels"] = Of(_quick, Reviews.ByLength),
        ["five labels, compact, averaged"] = Of(_quick with { Networks = 2, Compact = true }, Reviews.ByLength),
        ["several labels"] = Of(_quick, Reviews.Tagged),
        ["several labels, calibrated"] = Of(_quick with { Calibration = Calibration.OutOfFold }, Reviews.Tagged),
        ["trained embedding"] = Of(Embedded(EmbeddingKind.Trained, Padding.Wide)),
        ["static vectors"] = Of(Embedded(EmbeddingKind.Static, Padding.Narrow)),
        ["two channels"] = Of(Embedded(EmbeddingKind.TwoChannel, Padding.Wide) with { Networks = 2 }),
        ["vectors beside one-hot"] = Of(Embedded(EmbeddingKind.Static, Padding.Wide, new FilterGroup(1, 6), new FilterGroup(2, 5))),
        ["english vectors beside one-hot, compact"] = Of(_quick with
        {
            Compact = true,
            Network = new ConvNetOptions
            {
                Filters = [new(1, 6), new(2, 5)],
                Embedding = new EmbeddingOptions
                {
                    Kind = EmbeddingKind.Static, Vectors = EnglishVectors.Load(), Filters = [new(1, 6), new(2, 7)], AdditionalWords = 2_000,
                },
            },
        }),
        ["vectors beside one-hot, sub-words of narrow filters"] =
            Of(Embedded(EmbeddingKind.Static, Padding.Wide, new FilterGroup(1, 6), new FilterGroup(3, 5)) with { Tokenizer = new SubwordTokenizer() }),
        ["two channels beside one-hot, compact, several labels"] =
            Of(Embedded(EmbeddingKind.TwoChannel, Padding.Narrow, new FilterGroup(3, 5)) with { Compact = true }, Reviews.Tagged),
    };

    /// <summary>The names of all.</summary>
    public static TheoryData<string> Names { get; } = [.. _classifiers.Keys];

    /// <summary>The names of those with an embedding.</summary>
    public static TheoryData<string> NamesWithVectors { get; } =
        [.. _classifiers.Keys.Where(name => name.Contains("vectors") || name.Contains("channels") || name.Contains("embedding"))];

    public static TextClassifier Get(string name) => _classifiers[name].Value;

    private static Lazy<TextClassifier> Of(TrainingOptions options, LabeledText[]? texts = null) =>
        new(() => TextClassifier.Train(texts ?? Reviews.Training, options));

    private static TrainingOptions Embedded(EmbeddingKind kind, Padding padding, params FilterGroup[] oneHot) => _quick with
    {
        Network = new ConvNetOptions
        {
            Filters = oneHot,
            Padding = padding,
            Embedding = new EmbeddingOptions
            {
                Kind = kind,
                Dimension = 8,
                Vectors = kind == EmbeddingKind.Trained ? null : _vectors,
                Filters = [new(1, 6), new(2, 7), new(3, 8)],
            },
        },
    };

    /// <summary>Vectors of frequent words, of a word that no text has, and of one that only texts to predict have.</summary>
    private static WordVectors Vectors()
    {
        string[] words = ["the", "battery", "screen", "good", "not", "and", "unheard", "plugh", "Ω"];
        string lines = string.Concat(words.Index().Select(word =>
            $"{word.Item} {string.Join(' ', Enumerable.Range(0, 8).Select(s => FormattableString.Invariant($"{Math.Sin(word.Index * 8 + s):F4}")))}\n"));
        return WordVectorFile.ReadFrom(new MemoryStream(Encoding.UTF8.GetBytes(lines)), "vectors.txt");
    }
}
