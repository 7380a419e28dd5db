using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>The lines by which a checkpoint tells its training from others.</summary>
public class TrainingConfigurationTests
{
    private static readonly LabeledText[] _texts =
        [.. Enumerable.Range(0, 40).Select(t => new LabeledText(t % 2 == 0 ? "even\r\none" : "odd", t % 2 == 0 ? "a b" : "c d"))];

    private static readonly TrainingOptions _options = TrainingCalls.Small with { Calibration = Calibration.None };

    [Fact]
    public void Limits_AreThere_OrNone()
    {
        Assert.Equal("none", Value(_options, "MaxNorm"));
        Assert.Equal("none", Value(_options, "MaxGradientNorm"));
        Assert.Equal("3.5", Value(_options with { MaxNorm = 3.5 }, "MaxNorm"));
        Assert.Equal("0.25", Value(_options with { MaxGradientNorm = 0.25 }, "MaxGradientNorm"));
    }

    [Fact]
    public void ClassWeights_AreInTheOrderOfTheLabels_OnOneLine() => Assert.Equal(
        "even one 0.5, odd 2",
        Value(_options with { ClassWeights = new Dictionary<string, double> { ["odd"] = 2, ["even\r\none"] = 0.5 } }, "ClassWeights"));

    [Fact]
    public void SeveralLabelsOfAText_AreSaid()
    {
        LabeledText[] several = [.. _texts, new LabeledText(["even\r\none", "odd"], "a c")];

        Assert.Matches("^2 labels [0-9a-f]{16}$", Described(_options, _texts)[0]);
        Assert.Matches("^2 labels [0-9a-f]{16}, several a text$", Described(_options, several)[0]);
    }

    [Theory]
    [InlineData(EmbeddingKind.Trained, 16, "Trained, 20 numbers, 1, 2 with 16 filters")]
    [InlineData(EmbeddingKind.Static, 8, "Static, 20 numbers, 1, 2 with 16, 8 filters")]
    public void AnEmbedding_HasItsKindItsDimensionAndItsFilters(EmbeddingKind kind, int wide, string expected)
    {
        Assert.Equal("none", Value(_options, "Embedding"));
        Assert.Equal(expected, Value(With(new EmbeddingOptions { Kind = kind, Dimension = 20, Filters = [new(1, 16), new(2, wide)] }), "Embedding"));
    }

    [Fact]
    public void GivenVectors_AreToldByTheirWordsAndTheirNumbers()
    {
        string own = OfVectors(["a", "b"], 1);

        Assert.Matches("^Static, 2 numbers given [0-9a-f]{16}, 1, 2, 3 with 48, 24, 24 filters$", own);
        Assert.Equal(own, OfVectors(["a", "b"], 1));
        Assert.NotEqual(own, OfVectors(["a", "c"], 1));
        Assert.NotEqual(own, OfVectors(["a", "b"], 2));
    }

    [Fact]
    public void FirstWeights_AreThoseOfTheGivenClassifier()
    {
        TextClassifier given = TrainingCalls.Train(_texts, _options).Classifier;
        TextClassifier other = TrainingCalls.Train(_texts, _options with { Seed = 2 }).Classifier;

        Assert.DoesNotContain("First weights: ", string.Join('\n', Described(_options, _texts)), StringComparison.Ordinal);
        Assert.Matches("^First weights: [0-9a-f]{16}$", Continued(given));
        Assert.Equal(Continued(given), Continued(given));
        Assert.NotEqual(Continued(given), Continued(other));
    }

    [Fact]
    public void FoldNetworks_AreCounted()
    {
        Assert.DoesNotContain(Described(_options, _texts), line => line.StartsWith("Fold networks", StringComparison.Ordinal));
        Assert.Equal("3", Value(_options with { Calibration = Calibration.OutOfFold }, "Fold networks"));
    }

    private static string OfVectors(string[] words, sbyte value) => Value(
        With(new EmbeddingOptions { Kind = EmbeddingKind.Static, Vectors = WordVectors.FromBytes(words, new sbyte[] { 1, 2, 3, value }, [1f, 1f]) }), "Embedding");

    private static TrainingOptions With(EmbeddingOptions embedding) => _options with { Network = new ConvNetOptions { Embedding = embedding } };

    private static string Value(TrainingOptions options, string name) =>
        Assert.Single(Described(options, _texts), line => line.StartsWith($"{name}: ", StringComparison.Ordinal))[(name.Length + 2)..];

    private static string[] Described(TrainingOptions options, LabeledText[] texts) => Lines(PreparedTrainings.Fresh(options, texts));

    private static string Continued(TextClassifier given) => Lines(PreparedTrainings.Continued(given, _options, _texts))[^1];

    private static string[] Lines(PreparedTraining prepared) => TrainingConfiguration.Describe(prepared).Split('\n');
}
