using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests.Storage;

/// <summary>Files of classifiers over word vectors in 8 bits.</summary>
public class Int8VectorsFileTests
{
    private static readonly WordVectors _vectors = WordVectors.FromBytes(
        ["superb", "dreadful", "unheard", "film", "of"],
        new sbyte[] { 127, 3, -127, 5, 60, 1, 0, 4, 1, 2 },
        [0.003f, 0.01f]);

    private static readonly TextClassifier _classifier = Trained(EmbeddingKind.Static);
    private static readonly byte[] _model = SavedModel.Of(_classifier);

    [Theory]
    [InlineData(EmbeddingKind.Static, true)]
    [InlineData(EmbeddingKind.TwoChannel, true)]
    [InlineData(EmbeddingKind.Static, false)]
    public void TheFile_HasTheSameBits(EmbeddingKind kind, bool besideOneHot)
    {
        TextClassifier classifier = Trained(kind, besideOneHot);
        byte[] model = SavedModel.Of(classifier);
        TextClassifier loaded = SavedModel.Load(model);

        Assert.Contains("\"embedding.static\":{\"dtype\":\"I8\"", SavedModel.Header(model), StringComparison.Ordinal);
        Assert.Contains("\"formatVersion\":\"4\"", SavedModel.Header(model), StringComparison.Ordinal);
        AssertSame(classifier, loaded);
        Assert.Equal(model, SavedModel.Of(loaded));
    }

    [Fact]
    public void FullWeights_AreTheSameNumbers()
    {
        byte[] full = SavedModel.Of(_classifier, new SaveOptions { WeightFormat = WeightFormat.Float32 });

        Assert.Contains("\"embedding.static\":{\"dtype\":\"F32\"", SavedModel.Header(full), StringComparison.Ordinal);
        Assert.Contains("\"formatVersion\":\"2\"", SavedModel.Header(full), StringComparison.Ordinal);
        AssertSame(_classifier, SavedModel.Load(full));
    }

    [Fact]
    public void AdditionalWords_AreTheFirstOfTheVectors()
    {
        Assert.Contains("unheard", _classifier.Vocabulary.Words);
        TextClassifier one = Trained(EmbeddingKind.Static, additional: 2);
        Assert.DoesNotContain("unheard", one.Vocabulary.Words);
    }

    [Fact]
    public void Continuing_KeepsTheVectors()
    {
        TextClassifier continued = new Trainer(TrainingCalls.Small with { Epochs = 1 })
            .Continue(_classifier, [new LabeledText("positive", "a new word"), new LabeledText("negative", "dreadful")]).Classifier;

        Assert.Contains("\"I8\"", SavedModel.Header(SavedModel.Of(continued)), StringComparison.Ordinal);
        AssertSame(continued, SavedModel.Load(SavedModel.Of(continued)));
    }

    [Theory]
    [InlineData("\"embedding.static\":{\"dtype\":\"I8\"", "\"embedding.static\":{\"dtype\":\"U8\"", "I8 was expected")]
    [InlineData("\"embedding.static.scale\"", "\"embedding.static.other\"", "unexpected tensor 'embedding.static.other'")]
    [InlineData("\"embedding.static.scale\":{\"dtype\":\"F32\",\"shape\":[1,2]", "\"embedding.static.scale\":{\"dtype\":\"F32\",\"shape\":[2,1]", "1 × 2 were expected")]
    public void Headers_ThatDoNotFit(string replaced, string by, string expected) =>
        Assert.Contains(expected, Refused(SavedModel.Forged(_model, replaced, by)), StringComparison.Ordinal);

    [Theory]
    [InlineData(0f)]
    [InlineData(-1f)]
    [InlineData(float.NaN)]
    public void Scales_ThatAreNone(float scale) => Assert.Contains("scale", Refused(With("embedding.static.scale", BitConverter.GetBytes(scale))), StringComparison.Ordinal);

    [Fact]
    public void AByteThatIsNone() => Assert.Contains("-128", Refused(With("embedding.static", [128])), StringComparison.Ordinal);

    private static byte[] With(string tensor, byte[] bytes)
    {
        string entry = $"\"{tensor}\":";
        using var header = System.Text.Json.JsonDocument.Parse(SavedModel.Header(_model));
        int begin = header.RootElement.GetProperty(tensor).GetProperty("data_offsets")[0].GetInt32();
        return SavedModel.Forged(_model, entry, entry, data =>
        {
            bytes.CopyTo(data, begin);
            return data;
        });
    }

    private static string Refused(byte[] model) => Assert.Throws<InvalidDataException>(() => SavedModel.Load(model)).Message;

    private static TextClassifier Trained(EmbeddingKind kind, bool besideOneHot = true, int additional = 10_000) => TextClassifier.Train(
        ToyTexts.Separable(60),
        TrainingCalls.Small with
        {
            Networks = 2,
            Network = new ConvNetOptions
            {
                Filters = besideOneHot ? [new(1, 8)] : [],
                Embedding = new EmbeddingOptions { Kind = kind, Vectors = _vectors, Filters = [new(1, 5), new(2, 5)], AdditionalWords = additional },
            },
        });

    private static void AssertSame(TextClassifier expected, TextClassifier actual) => Assert.All(
        [.. SmallClassifier.Texts, "unheard of"],
        text => Assert.Equal(
            expected.Score(text).Select(one => BitConverter.DoubleToInt64Bits(one.Probability)),
            actual.Score(text).Select(one => BitConverter.DoubleToInt64Bits(one.Probability))));
}
