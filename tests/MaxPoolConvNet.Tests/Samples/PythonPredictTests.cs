using System.Text.Json;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Tests.Text;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>samples/Python/maxpool_predict.py reads model files of every form and predicts as the library does: the-file.md is complete.</summary>
[Trait("Category", "Slow")]
public sealed class PythonPredictTests
{
    private const double Tolerance = 1e-5;

    private static readonly string _program = Path.Combine(GuidePage.Root, "samples", "Python", "maxpool_predict.py");
    private static readonly TrainingOptions _quick = new()
    {
        Epochs = 2, Networks = 2, Threads = 1, Calibration = Calibration.None,
        Network = new ConvNetOptions { Filters = [new(1, 7), new(2, 8)] },
    };

    private static readonly Dictionary<string, Func<(TextClassifier Classifier, WeightFormat? Format)>> _forms = new()
    {
        ["compact"] = () => (Train(_quick with { Calibration = Calibration.OutOfFold }, 2), null),
        ["full"] = () => (Train(_quick, 2), WeightFormat.Float32),
        ["16 bits, narrow, one width, ReLU, letters as they are"] = () => (
            Train(
                _quick with
                {
                    Compact = false,
                    Tokenizer = new WordTokenizer(new WordTokenizerOptions { LowerCase = false }),
                    Network = new ConvNetOptions { Filters = [new(3, 9)], Padding = Padding.Narrow, Activation = Activation.Relu },
                },
                2),
            WeightFormat.BFloat16),
        ["sub-words, five labels"] = () => (Train(_quick with { Tokenizer = new SubwordTokenizer(3) }, 5), null),
        ["rules of version 1, unknown words"] = () => (
            Train(
                _quick with
                {
                    Tokenizer = new SubwordTokenizer(4, new WordTokenizerOptions { RulesVersion = 1 }),
                    Vocabulary = new VocabularyOptions { MinimumCount = 2, UnknownWords = UnknownWords.OneId },
                },
                2),
            null),
        ["several labels, two channels beside one-hot words, no biases, split at white space"] = () => (
            Train(
                _quick with
                {
                    Tokenizer = WhitespaceTokenizer.Default,
                    Network = new ConvNetOptions
                    {
                        Filters = [new(1, 5)],
                        Biases = false,
                        Embedding = new EmbeddingOptions { Kind = EmbeddingKind.TwoChannel, Dimension = 6, Filters = [new(1, 4), new(2, 5)] },
                    },
                },
                0),
            null),
        ["static vectors of 8 bits beside one-hot words"] = () => (
            Train(
                _quick with
                {
                    Network = new ConvNetOptions
                    {
                        Filters = [new(1, 5)],
                        Embedding = new EmbeddingOptions
                        {
                            Kind = EmbeddingKind.Static,
                            Vectors = WordVectors.FromBytes(["the", "a", "unheard"], new sbyte[] { 1, 20, -30, 4, 50, -127 }, [0.01f, 0.02f]),
                        },
                    },
                },
                2),
            null),
        ["sub-words of narrow filters beside static vectors"] = () => (
            Train(
                _quick with
                {
                    Tokenizer = new SubwordTokenizer(3),
                    Network = new ConvNetOptions
                    {
                        Filters = [new(3, 5), new(1, 4)],
                        Embedding = new EmbeddingOptions
                        {
                            Kind = EmbeddingKind.Static,
                            Vectors = WordVectors.FromBytes(["the", "a", "unheard"], new sbyte[] { 1, 20, -30, 4, 50, -127 }, [0.01f, 0.02f]),
                        },
                    },
                },
                2),
            null),
        ["16 bits, trained embedding"] = () => (
            Train(_quick with { Network = new ConvNetOptions { Filters = [], Embedding = new EmbeddingOptions { Dimension = 6, Filters = [new(2, 5)] } } }, 3),
            WeightFormat.BFloat16),
    };

    public static TheoryData<string> Forms { get; } = [.. _forms.Keys];

    public static TheoryData<string> EarlierVersions { get; } =
        ["1-embedding-16-bits", "1-logistic", "1-multi-label", "1-sub-words", "2-sub-words", "2-words"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void EveryForm_IsReadAndPredictsTheSame(string form)
    {
        (TextClassifier classifier, WeightFormat? format) = _forms[form]();
        using TemporaryFile model = new("model.safetensors");
        classifier.Save(model.Path, new SaveOptions { WeightFormat = format });

        AssertSame(TextClassifier.Load(model.Path), model.Path);
    }

    [Theory]
    [MemberData(nameof(EarlierVersions))]
    public void FilesOfEarlierVersions_PredictTheSame(string name)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Storage", "Versions", name + ".safetensors");

        AssertSame(TextClassifier.Load(path), path);
    }

    [Fact]
    public void WithoutJson_LabelProbabilityAndTextArePrinted()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Storage", "Versions", "2-words.safetensors");
        Prediction prediction = TextClassifier.Load(path).Predict("otel İYİ");

        string[] lines = PythonProcess.RunWithNumPy("otel İYİ\n", _program, path);

        Assert.Equal([FormattableString.Invariant($"{prediction.Label}\t{prediction.Probability:F4}\totel İYİ")], lines);
    }

    private static void AssertSame(TextClassifier classifier, string path)
    {
        string[] answers = PythonProcess.RunWithNumPy(string.Concat(ManyScripts.Texts.Select(text => text + "\n")), _program, path, "--json");

        Assert.Equal(ManyScripts.Texts.Count, answers.Length);
        foreach ((string text, string answer) in ManyScripts.Texts.Zip(answers))
        {
            JsonElement json = JsonDocument.Parse(answer).RootElement;
            Assert.Equal(classifier.Predict(text).Label, json.GetProperty("label").GetString());
            Assert.All(classifier.Score(text), score =>
                Assert.Equal(score.Probability, json.GetProperty("probabilities").GetProperty(score.Label).GetDouble(), Tolerance));
        }
    }

    /// <summary>Trains on half of the texts; with 0 labels, texts have several of three.</summary>
    private static TextClassifier Train(TrainingOptions options, int labels) => TextClassifier.Train(
        ManyScripts.Texts.Index().Where(text => text.Index % 2 == 0).Select(text =>
            labels == 0 ? new LabeledText([.. Several(text.Index / 2)], text.Item) : new LabeledText($"label {text.Index / 2 % labels}", text.Item)),
        options);

    private static IEnumerable<string> Several(int number) =>
        Enumerable.Range(0, 3).Where(label => ((number >> label) & 1) == 1).Select(label => $"label {label}");
}
