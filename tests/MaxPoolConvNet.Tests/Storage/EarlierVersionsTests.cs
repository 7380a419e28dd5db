using MaxPoolConvNet.Storage;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests.Storage;

/// <summary>
/// Files of every format version that there has been, with what the classifiers that were saved said: whoever changes the format adds files of
/// the new version and leaves these as they are.
/// </summary>
public class EarlierVersionsTests
{
    [Theory]
    [InlineData("1-embedding-16-bits", "a superb film", "positive", 0.9996856330718001)]
    [InlineData("1-embedding-16-bits", "not good", "negative", 0.9912875654595674)]
    [InlineData("1-embedding-16-bits", "", "positive", 0.5519657314395948)]
    [InlineData("1-logistic", "a superb film", "positive", 0.9989291780078853)]
    [InlineData("1-logistic", "not good", "negative", 0.9876039039687178)]
    [InlineData("1-logistic", "", "positive", 0.7485199367688301)]
    [InlineData("1-multi-label", "a superb film", "cheap", 0.4809655489713597)]
    [InlineData("1-multi-label", "costs little", "cheap", 0.5463207695175823)]
    [InlineData("1-multi-label", "", "cheap", 0.487375372813637)]
    [InlineData("1-sub-words", "a superb film", "positive", 0.9365564933869793)]
    [InlineData("1-sub-words", "dreadfully", "negative", 0.8031816547193643)]
    [InlineData("1-sub-words", "", "positive", 0.6717161761548618)]
    [InlineData("2-words", "otel \u0130Y\u0130", "positive", 0.9923031183122234)]
    [InlineData("2-words", "ga\u0302che\u0301", "negative", 0.9705147658243604)]
    [InlineData("2-words", "\u0E14\u0E35\u0E21\u0E32\u0E01\u0E04\u0E48\u0E30", "positive", 0.9543354365620889)]
    [InlineData("2-words", "", "negative", 0.5581453439109046)]
    [InlineData("2-sub-words", "otel \u0130Y\u0130", "positive", 0.9946092411012158)]
    [InlineData("2-sub-words", "ga\u0302che\u0301", "negative", 0.9796409398498191)]
    [InlineData("2-sub-words", "\u0E14\u0E35\u0E21\u0E32\u0E01\u0E04\u0E48\u0E30", "positive", 0.9696535454937507)]
    [InlineData("2-sub-words", "", "positive", 0.5405944986978409)]
    [InlineData("3-compact", "a superb film", "good", 0.9856490278585491)]
    [InlineData("3-compact", "dreadful, number 3", "bad", 0.9703477156495697)]
    [InlineData("3-compact", "", "bad", 0.6495047267837504)]
    [InlineData("4-vectors", "a superb film", "good", 0.5824554854254003)]
    [InlineData("4-vectors", "dreadful, number 3", "bad", 0.5784970644420834)]
    [InlineData("4-vectors", "", "bad", 0.5011374344054803)]
    [InlineData("5-referenced-vectors", "a superb film", "good", 0.5824554854254003)]
    [InlineData("5-referenced-vectors", "dreadful, number 3", "bad", 0.5784970644420834)]
    [InlineData("5-referenced-vectors", "", "bad", 0.5011374344054803)]
    [InlineData("5-remembered-texts", "a superb film", "good", 0.9856490278585491)]
    [InlineData("5-remembered-texts", "dreadful, number 3", "bad", 0.9703477156495697)]
    [InlineData("5-remembered-texts", "", "bad", 0.6495047267837504)]
    public void Files_PredictAsTheyDid(string file, string text, string label, double probability)
    {
        Prediction prediction = Load(file).Predict(text);
        Assert.Equal(label, prediction.Label);
        Assert.Equal(probability, prediction.Probability, 1e-6);
    }

    [Theory]
    [InlineData("1-embedding-16-bits", 1)]
    [InlineData("1-logistic", 1)]
    [InlineData("1-sub-words", 1)]
    [InlineData("2-words", 2)]
    [InlineData("2-sub-words", 2)]
    public void Files_KeepTheRulesForWords_AlsoWhenTheyAreSavedAndTrainedAgain(string file, int version)
    {
        TextClassifier classifier = Load(file);
        Assert.Equal(version, VersionOf(classifier));
        Assert.Equal(version, VersionOf(TextClassifier.Load(new MemoryStream(SavedModel.Of(classifier)))));
        LabeledText[] texts = [.. classifier.Labels.Select(label => new LabeledText(label, "a new word for " + label))];
        var trainer = new Trainer(TrainingCalls.Small with { Epochs = 1, Tokenizer = classifier.Tokenizer });
        Assert.Equal(version, VersionOf(trainer.Continue(classifier, texts, null, TestContext.Current.CancellationToken).Classifier));
    }

    [Theory]
    [InlineData("1-logistic", 1)]
    [InlineData("2-words", 2)]
    [InlineData("3-compact", 3)]
    [InlineData("4-vectors", 4)]
    [InlineData("5-referenced-vectors", 5)]
    [InlineData("5-remembered-texts", 5)]
    public void Files_HaveTheVersionOfTheirName(string file, int version) => Assert.Equal(version, ModelFile.Inspect(PathOf(file)).FormatVersion);

    [Fact]
    public void EveryVersion_HasAFile() => Assert.Equal(
        Enumerable.Range(1, ModelMetadata.Version),
        Directory.GetFiles(Path.GetDirectoryName(PathOf("1-logistic"))!).Select(file => Path.GetFileName(file)[0] - '0').Distinct().Order());

    [Fact]
    public void RememberedTexts_AreKnown()
    {
        TextClassifier classifier = Load("5-remembered-texts");
        Assert.Equal((true, false), (classifier.WasTrainedOn("a dreadful film number 3"), classifier.WasTrainedOn("never")));
    }

    private static int VersionOf(TextClassifier classifier) => classifier.Tokenizer switch
    {
        WordTokenizer words => words.Options.RulesVersion,
        SubwordTokenizer subwords => subwords.Options.RulesVersion,
        _ => 0,
    };

    private static TextClassifier Load(string file) => TextClassifier.Load(PathOf(file), new LoadOptions { FindVectors = _ => Vectors });

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Storage", "Versions", file + ".safetensors");

    /// <summary>Those that 5-referenced-vectors refers to.</summary>
    private static WordVectors Vectors { get; } = WordVectors.FromBytes(
        ["superb", "dreadful", "film", "of"], new sbyte[] { 127, 3, -127, 5, 1, 0, 1, 2 }, [0.003f, 0.01f], name: "some vectors");
}
