using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Fuzz;

/// <summary>Small classifiers of every kind, and their files in every layout.</summary>
internal static class ModelCorpus
{
    private static readonly WordVectors _vectors = WordVectors.FromBytes(
        ["superb", "dreadful", "film", "of"], new sbyte[] { 127, 3, -127, 5, 1, 0, 1, 2 }, [0.003f, 0.01f], name: "some vectors");

    private static readonly TrainingOptions _small = new()
    {
        Network = new ConvNetOptions { Filters = [new(1, 3), new(2, 3)] }, Epochs = 2, Networks = 1, Threads = 1, Compact = false, Calibration = Calibration.None,
    };

    /// <summary>Finds the vectors that a file refers to.</summary>
    public static LoadOptions Options { get; } = new() { FindVectors = name => name == _vectors.Name ? _vectors : null };

    /// <summary>Labeled texts.</summary>
    public static LabeledText[] Texts { get; } =
        [.. Enumerable.Range(0, 40).Select(t => new LabeledText(t % 2 == 0 ? "good" : "bad", $"a {(t % 2 == 0 ? "superb" : "dreadful")} film number {t % 7}"))];

    /// <summary>Classifiers.</summary>
    public static TextClassifier[] Classifiers { get; } = [.. Trained()];

    /// <summary>Files.</summary>
    public static byte[][] Files { get; } = [.. Saved()];

    /// <summary>Options of a short training.</summary>
    public static TrainingOptions Small => _small;

    private static IEnumerable<TextClassifier> Trained()
    {
        LabeledText[] tags = [.. Texts.Select((text, t) => new LabeledText(t % 3 == 0 ? ["x", text.Label] : t % 3 == 1 ? [] : [text.Label], text.Text))];
        LabeledText[] three = [.. Texts.Select((text, t) => t % 5 == 0 ? new LabeledText("third", text.Text + " third") : text)];
        var both = new EmbeddingOptions { Kind = EmbeddingKind.TwoChannel, Dimension = 4, Filters = [new(2, 3)] };
        yield return TextClassifier.Train(Texts, _small);
        yield return TextClassifier.Train(three, _small with { Compact = true, Calibration = Calibration.OutOfFold, RememberTexts = true });
        yield return TextClassifier.Train(tags, _small with { Tokenizer = new SubwordTokenizer(), Compact = true, Acceptance = true });
        yield return TextClassifier.Train(three, _small with { Networks = 2, Network = _small.Network with { Embedding = both, Activation = Activation.Relu, Padding = Padding.Narrow } });
        yield return TextClassifier.Train(Texts, _small with { Network = new ConvNetOptions { Filters = [], Biases = false, Embedding = both with { Kind = EmbeddingKind.Trained } }, Tokenizer = new WhitespaceTokenizer() });
        yield return TextClassifier.Train(Texts, _small with { Compact = true, Network = _small.Network with { Embedding = new EmbeddingOptions { Kind = EmbeddingKind.Static, Vectors = _vectors, Filters = [new(1, 2)] } } });
    }

    private static IEnumerable<byte[]> Saved()
    {
        foreach (TextClassifier classifier in Classifiers)
        {
            yield return Saved(classifier, new SaveOptions { Metadata = new Dictionary<string, string> { ["a"] = "b" } });
            yield return Saved(classifier, new SaveOptions { WeightFormat = WeightFormat.Float32 });
            yield return Saved(classifier, new SaveOptions { WeightFormat = WeightFormat.BFloat16 });
        }

        yield return Saved(Classifiers[^1], new SaveOptions { ReferencedVectors = _vectors });
    }

    private static byte[] Saved(TextClassifier classifier, SaveOptions options)
    {
        using var stream = new MemoryStream();
        classifier.Save(stream, options);
        return stream.ToArray();
    }
}
