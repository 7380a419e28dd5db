using System.Text;
using System.Text.Json;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Tests.Storage;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>The reader in Python that the-file.md shows, run on models of several forms.</summary>
public sealed class FilePageTests
{
    private const double Tolerance = 1e-5;

    private const string Main =
        """


        import sys
        model = Model(sys.argv[1])
        for line in open(sys.argv[2], encoding="utf-8"):
            print(json.dumps(model.predict(json.loads(line))))
        """;

    private static readonly string[] _texts = ["a b c d", "", "a", "d d unknown b", "b a"];

    public static TheoryData<string[], Padding, bool> Models => new()
    {
        { ["x", "y"], Padding.Wide, false },
        { ["x", "y"], Padding.Narrow, false },
        { ["x", "y", "z"], Padding.Wide, false },
        { ["x", "y|x", "z"], Padding.Wide, false },
        { ["x", "y", "z"], Padding.Wide, true },
    };

    [Theory]
    [MemberData(nameof(Models))]
    [Trait("Category", "Slow")]
    public void TheReaderInPython_PredictsTheSame(string[] labels, Padding padding, bool isSmall)
    {
        var options = new TrainingOptions
        {
            Network = new ConvNetOptions { Filters = padding == Padding.Wide ? [new(1, 3), new(2, 4)] : [new(2, 3)], Padding = padding }, Epochs = 3, Threads = 1,
        };
        Check(labels, options, isSmall, SaveOptions());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(WeightFormat.Float32)]
    [Trait("Category", "Slow")]
    public void TheReaderInPython_KnowsWhichFiltersHaveSubwords(WeightFormat? format) => Check(
        ["x", "y"],
        new TrainingOptions { Tokenizer = new SubwordTokenizer(2), Network = new ConvNetOptions { Filters = [new(1, 3), new(3, 4)] }, Epochs = 3, Threads = 1 },
        isSmall: false,
        SaveOptions(format));

    private static SaveOptions SaveOptions(WeightFormat? format = null) => new() { WeightFormat = format };

    private static void Check(string[] labels, TrainingOptions options, bool isSmall, SaveOptions saved)
    {
        LabeledText[] texts = [.. Enumerable.Range(0, 24).Select(t => new LabeledText([.. labels[t % labels.Length].Split('|')], $"{"abcd"[t % 4]} {"dcba"[t % 3]} b"))];
        TextClassifier classifier = TextClassifier.Train(texts, options);
        if (isSmall) classifier = classifier.Compact(texts, SavedModel.Of(classifier).Length - 10);
        using TemporaryFile model = new("model.safetensors");
        using TemporaryFile lines = new("words.jsonl", Encoding.UTF8.GetBytes(string.Concat(_texts.Select(text => JsonSerializer.Serialize(Words(classifier, text)) + "\n"))));
        using TemporaryFile program = new("reader.py", Encoding.UTF8.GetBytes(string.Join('\n', Python()) + Main));
        classifier.Save(model.Path, saved);

        string[] answers = PythonProcess.Run(program.Path, model.Path, lines.Path);

        Assert.Equal(_texts.Length, answers.Length);
        foreach ((string text, string answer) in _texts.Zip(answers))
        {
            foreach ((string label, double probability) in JsonSerializer.Deserialize<Dictionary<string, double>>(answer)!)
                Assert.Equal(classifier.Score(text)[label], probability, Tolerance);
        }
    }

    private static string[] Words(TextClassifier classifier, string text) => Tokenized.Words(classifier.Tokenizer, text);

    private static IEnumerable<string> Python() =>
        GuidePage.Lines("the-file").SkipWhile(line => line != "```python").Skip(1).TakeWhile(line => line != "```");
}
