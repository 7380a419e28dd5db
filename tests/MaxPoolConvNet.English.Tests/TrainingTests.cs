using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Tests;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.English.Tests;

public sealed class TrainingTests
{
    private static readonly LabeledText[] _texts =
    [
        .. new[] { "awful", "terrible", "horrible", "dreadful", "bad", "nasty" }.Select(word => new LabeledText("negative", $"the food was {word}")),
        .. new[] { "great", "wonderful", "delicious", "excellent", "good", "tasty" }.Select(word => new LabeledText("positive", $"the food was {word}")),
    ];

    private static readonly WordVectors _vectors = EnglishVectors.Load();
    private static readonly TrainingResult _trained = Trained(new EmbeddingOptions());
    private static readonly TextClassifier _knowsAll = Trained(new EmbeddingOptions { AdditionalWords = _vectors.Count }).Classifier;

    [Theory]
    [InlineData("the food was disgusting", "negative")]
    [InlineData("a lousy meal", "negative")]
    [InlineData("the meal was superb", "positive")]
    [InlineData("fantastic", "positive")]
    public void WordsThatNoTrainingTextHas_AreUnderstood(string text, string label)
    {
        Assert.DoesNotContain(_texts, one => one.Text.Contains(text.Split(' ')[^1], StringComparison.Ordinal));
        Assert.Equal(label, _knowsAll.Predict(text).Label);
    }

    [Fact]
    public void TheFile_GivesTheSameBitsAndIsSmall()
    {
        using TemporaryFile file = new("model.safetensors");
        _trained.Classifier.Save(file.Path);
        TextClassifier loaded = TextClassifier.Load(file.Path);

        Assert.All(
            (string[])["the food was disgusting", "superb", "nothing known: ζωή", "", "The movie was quite good, don't you think?"],
            text => Assert.Equal(_trained.Classifier.Score(text).Select(one => one.Probability), loaded.Score(text).Select(one => one.Probability)));
        Assert.InRange(new FileInfo(file.Path).Length, 2_500_000, 5_500_000);
    }

    [Fact]
    public void AFileThatRefers_IsSmallerAndGivesTheSameBits()
    {
        using TemporaryFile file = new("model.safetensors");
        _knowsAll.Save(file.Path, new SaveOptions { ReferencedVectors = _vectors });
        TextClassifier loaded = TextClassifier.Load(
            file.Path, new LoadOptions { FindVectors = name => name == EnglishVectors.Name ? _vectors : null });

        Assert.All(
            (string[])["the food was disgusting", "superb", "nothing known: ζωή", ""],
            text => Assert.Equal(_knowsAll.Score(text).Select(one => one.Probability), loaded.Score(text).Select(one => one.Probability)));
        Assert.InRange(new FileInfo(file.Path).Length, 1_000_000, 2_500_000); // the vectors alone have 17,000,000
        Assert.Contains("'english'", Assert.Throws<InvalidDataException>(() => TextClassifier.Load(file.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AdditionalWords_AreKnown()
    {
        Assert.InRange(_trained.Classifier.Vocabulary.Count, 10_000, 10_020);
        Assert.Equal(15, _trained.VectorCoverage!.Value.CoveredWordCount);
    }

    private static TrainingResult Trained(EmbeddingOptions embedding) => new Trainer(new TrainingOptions
    {
        Network = new ConvNetOptions { Embedding = embedding with { Kind = EmbeddingKind.Static, Vectors = _vectors } },
        Epochs = 30,
    }).Train(_texts);
}
