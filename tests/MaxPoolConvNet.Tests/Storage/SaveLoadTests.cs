using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Storage;

public class SaveLoadTests
{
    private static readonly TextClassifier _tagger = TextClassifier.Train(
        [new LabeledText(["a", "b"], "one two"), new LabeledText("b", "two three"), new LabeledText([], "four"), new LabeledText("c", "one four")],
        TrainingCalls.Small with { Vocabulary = new VocabularyOptions { UnknownWords = UnknownWords.OneId }, Tokenizer = WhitespaceTokenizer.Default });

    private static readonly TextClassifier _softmax = TextClassifier.Train(
        [new LabeledText("x", "one two"), new LabeledText("y", "two three"), new LabeledText("z", "four"), new LabeledText("z", "One four")],
        TrainingCalls.Small with
        {
            Tokenizer = new WordTokenizer(new WordTokenizerOptions { LowerCase = false }),
            Network = new ConvNetOptions
            {
                Filters = [new(3, 2), new(1, 17)], Activation = Activation.Relu, Padding = Padding.Narrow, Biases = false,
                Embedding = new EmbeddingOptions { Kind = EmbeddingKind.Trained, Dimension = 3, Filters = [new(2, 4)] },
            },
        });

    private static readonly TextClassifier _subwords = TextClassifier.Train(
        [new LabeledText("x", "Some Words"), new LabeledText("y", "other words")],
        TrainingCalls.Small with { Tokenizer = new SubwordTokenizer(3, new WordTokenizerOptions { LowerCase = false }) });

    public static TheoryData<string> Kinds => new("one-hot", "embedding", "multi-label", "softmax", "sub-words", "by hand");

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Load_GivesTheSameClassifierToTheBit(string kind)
    {
        TextClassifier saved = Classifier(kind);
        TextClassifier loaded = SavedModel.Load(SavedModel.Of(saved));
        Assert.Equal(saved.Labels, loaded.Labels);
        Assert.Equal(saved.Vocabulary.Words, loaded.Vocabulary.Words);
        Assert.Equal(saved.Vocabulary.UnknownId, loaded.Vocabulary.UnknownId);
        Assert.Equal(saved.Tokenizer.GetType(), loaded.Tokenizer.GetType());
        Assert.Equal(Tokenized.Words(saved.Tokenizer, "Some wording"), Tokenized.Words(loaded.Tokenizer, "Some wording"));
        foreach (string text in SmallClassifier.Texts.Append("one two One four"))
        {
            Assert.Equal(saved.Predict(text), loaded.Predict(text));
            Assert.Equal(saved.Score(text), loaded.Score(text));
        }

        ConvNet network = saved.ToConvNet();
        ConvNet again = loaded.ToConvNet();
        Assert.Equal(network.Parameters.Select(one => (one.Name, one.ToMatrix())), again.Parameters.Select(one => (one.Name, one.ToMatrix())));
        Assert.Equal(network.Filters.Select(one => (one.Width, one.Padding)), again.Filters.Select(one => (one.Width, one.Padding)));
        Assert.Equal((network.Pool.Activation, network.Output.Kind), (again.Pool.Activation, again.Output.Kind));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Save_GivesTheSameBytesForTheSameClassifier(string kind)
    {
        byte[] model = SavedModel.Of(Classifier(kind));
        Assert.Equal(model, SavedModel.Of(Classifier(kind)));
        Assert.Equal(model, SavedModel.Of(SavedModel.Load(model)));
    }

    [Fact]
    public void Save_In8Bits_IsRefusedWhereNothingIsCompact()
    {
        var options = new SaveOptions { WeightFormat = WeightFormat.Int8 };
        Assert.Throws<ArgumentException>(() => SavedModel.Of(SmallClassifier.ByHand, options));
        Assert.Throws<ArgumentException>(() => SavedModel.Of(SmallClassifier.ByHand.Compile(new CompileOptions { WeightFormat = WeightFormat.Int8 }), options));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Save_In16BitsRoundsFiltersAndEmbeddingAlone(string kind)
    {
        TextClassifier saved = Classifier(kind);
        var options = new SaveOptions { WeightFormat = WeightFormat.BFloat16 };
        byte[] model = SavedModel.Of(saved, options);
        TextClassifier loaded = SavedModel.Load(model);
        Assert.Equal(model, SavedModel.Of(loaded, options));
        foreach ((Parameter full, Parameter rounded) in saved.ToConvNet().Parameters.Zip(loaded.ToConvNet().Parameters))
        {
            bool large = full.Name.StartsWith('U') || full.Name == "embedding";
            (Matrix<double> expected, Matrix<double> found) = (full.ToMatrix(), rounded.ToMatrix());
            Assert.All(expected.EnumerateIndexed(), entry => Assert.InRange(
                found[entry.Item1, entry.Item2], entry.Item3 - (large ? Math.Abs(entry.Item3) / 256 : 0), entry.Item3 + (large ? Math.Abs(entry.Item3) / 256 : 0)));
        }

        if (kind == "embedding") Assert.NotEqual(SavedModel.Of(saved), SavedModel.Of(loaded));
    }

    [Fact]
    public void SaveAndLoad_ByAPath()
    {
        using var file = new TemporaryFile("model.safetensors");
        SmallClassifier.Trained.Save(file.Path);
        SmallClassifier.WithEmbedding.Save(file.Path);
        Assert.Equal(SmallClassifier.WithEmbedding.Predict("not good"), TextClassifier.Load(file.Path).Predict("not good"));
        Assert.Equal([file.Path], Directory.GetFiles(Path.GetDirectoryName(file.Path)!));
    }

    [Fact]
    public void Load_TakesAStreamThatCannotSeek() => Assert.Equal(
        SmallClassifier.Trained.Predict("superb"),
        TextClassifier.Load(new TricklingStream(SavedModel.Of(SmallClassifier.Trained), block: 1_000)).Predict("superb"));

    [Fact]
    public void Load_TakesAStreamFromWhereItStands()
    {
        var stream = new MemoryStream([1, 2, 3, .. SavedModel.Of(SmallClassifier.Trained)]) { Position = 3 };
        Assert.Equal(SmallClassifier.Trained.Predict("superb"), TextClassifier.Load(stream).Predict("superb"));
    }

    [Fact]
    public void Metadata_ComesBackAndStaysUnlessItIsReplaced()
    {
        var options = new SaveOptions { Metadata = new Dictionary<string, string> { ["data"] = "reviews \"2026\" ☕", ["format"] = "mine" } };
        TextClassifier loaded = SavedModel.Load(SavedModel.Of(SmallClassifier.ByHand, options));
        Assert.Empty(SmallClassifier.ByHand.Metadata);
        Assert.Equal(options.Metadata, loaded.Metadata);
        Assert.Equal(options.Metadata, SavedModel.Load(SavedModel.Of(loaded.Compile(new CompileOptions { WeightFormat = WeightFormat.BFloat16 }))).Metadata);
        Assert.Empty(SavedModel.Load(SavedModel.Of(loaded, new SaveOptions { Metadata = new Dictionary<string, string>() })).Metadata);
    }

    [Fact]
    public void WordsAndLabels_OfAnyCharactersComeBack()
    {
        string[] words = ["\uD800", "a\0b", "line\nbreak", "🎬", "\"", "\uFEFF"];
        var classifier = new TextClassifier(
            ConvNet.Random(words.Length, new ConvNetOptions { Filters = [new(1, 1)] }, seed: 1),
            Vocabulary.FromWords(words),
            WhitespaceTokenizer.Default,
            ["", "\uDC00\uD800"]);
        TextClassifier loaded = SavedModel.Load(SavedModel.Of(classifier));
        Assert.Equal(words, loaded.Vocabulary.Words);
        Assert.Equal(classifier.Labels, loaded.Labels);
    }

    [Fact]
    public void Tokenizer_OfTheCallersHasToBeGivenAgain()
    {
        TextClassifier own = SmallClassifier.ByHand;
        var classifier = new TextClassifier(own.ToConvNet(), own.Vocabulary, new Shouting(), own.Labels);
        byte[] model = SavedModel.Of(classifier);
        Assert.Contains(typeof(Shouting).FullName!, Assert.Throws<InvalidDataException>(() => SavedModel.Load(model)).Message, StringComparison.Ordinal);
        TextClassifier loaded = TextClassifier.Load(new MemoryStream(model), new LoadOptions { Tokenizer = new Shouting() });
        Assert.Equal(classifier.Predict("good"), loaded.Predict("good"));
        Assert.Contains("WordTokenizer", Assert.Throws<ArgumentException>(() => TextClassifier.Load(new MemoryStream(SavedModel.Of(own)), new LoadOptions { Tokenizer = new Shouting() })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Save_RefusesWeightsThat16BitsCannotHold()
    {
        var network = new ConvNet(
            new ConvFilterLayer(Matrix<double>.Build.DenseOfArray(new[,] { { (double)float.MaxValue } }), width: 1),
            new MaxPool(),
            new LogisticOutput(Matrix<double>.Build.DenseOfArray(new[,] { { 1.0 } })));
        var classifier = new TextClassifier(network, Vocabulary.FromWords(["word"]), WordTokenizer.Default, ["0", "1"]);
        SavedModel.Load(SavedModel.Of(classifier));
        Assert.Throws<ArithmeticException>(() => SavedModel.Of(classifier, new SaveOptions { WeightFormat = WeightFormat.BFloat16 }));
    }

    [Fact]
    public void Save_RefusesMetadataThatIsNoText()
    {
        foreach ((string name, string value) in new[] { ("\uD800", "value"), ("name", "value\uDC00") })
        {
            var options = new SaveOptions { Metadata = new Dictionary<string, string> { [name] = value } };
            Assert.Contains("has a lone surrogate", Assert.Throws<ArgumentException>(() => SavedModel.Of(SmallClassifier.ByHand, options)).Message, StringComparison.Ordinal);
        }

        var missing = new SaveOptions { Metadata = new Dictionary<string, string> { ["data"] = null! } };
        Assert.Contains("the metadata of 'data' is null", Assert.Throws<ArgumentException>(() => SavedModel.Of(SmallClassifier.ByHand, missing)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Save_RefusesFormatsThatTheClassifierCannotHave()
    {
        Assert.Contains(
            "make it compact first, or save it in another format",
            Assert.Throws<ArgumentException>(() => SavedModel.Of(SmallClassifier.ByHand, new SaveOptions { WeightFormat = WeightFormat.Int8 })).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => SavedModel.Of(SmallClassifier.ByHand, new SaveOptions { WeightFormat = (WeightFormat)9 }));
    }

    [Fact]
    public void Data_BeginAtAMultipleOfEightBytes()
    {
        for (int more = 0; more < 9; more++)
        {
            string header = SavedModel.Header(SavedModel.Of(
                SmallClassifier.ByHand, new SaveOptions { Metadata = new Dictionary<string, string> { ["data"] = new('x', more) } }));
            Assert.Equal(0, header.Length % 8);
            Assert.InRange(header.Length - header.TrimEnd().Length, 0, 7);
        }
    }

    // a compact file has numbers in 16 bits where none loses a bit
    [Theory]
    [InlineData(2, "BF16")]
    [InlineData(2.00000023841858, "F32")]
    public void Save_OfACompactClassifierKeepsEveryBitOfV(double weight, string type)
    {
        ConvNet network = SmallClassifier.ByHand.ToConvNet();
        var output = new LogisticOutput(Matrix<double>.Build.Dense(1, 1, weight));
        byte[] model = SavedModel.Of(new TextClassifier(
            new ConvNet(network.Filters, network.Pool, output), SmallClassifier.ByHand.Vocabulary, WordTokenizer.Default, ["negative", "positive"]).Compact());

        Assert.Contains($"\"V\":{{\"dtype\":\"{type}\"", SavedModel.Header(model), StringComparison.Ordinal);
        Assert.Equal((float)weight, (float)SavedModel.Load(model).ToConvNet().Parameters.Single(one => one.Name == "V")[0, 0]);
    }

    [Fact]
    public async Task Load_ReadsAPipe()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no mkfifo");
        using var file = new TemporaryFile("pipe");
        NamedPipe.Make(file.Path);
        byte[] model = SavedModel.Of(SmallClassifier.ByHand);
        foreach (Action read in new Action[] { () => Assert.Equal(2, TextClassifier.Load(file.Path).Labels.Length), () => Assert.Equal(6, ModelFile.Inspect(file.Path).Tensors.Length) })
        {
            Task reading = Task.Run(read, TestContext.Current.CancellationToken);
            using (FileStream pipe = new(file.Path, FileMode.Open, FileAccess.Write)) pipe.Write(model);
            await reading;
        }
    }

    [Fact]
    public void Inspect_SaysWhatTheFileHas()
    {
        byte[] model = SavedModel.Of(SmallClassifier.ByHand, new SaveOptions { Metadata = new Dictionary<string, string> { ["data"] = "none" } });
        using var file = new TemporaryFile("model.safetensors", model);
        ModelFileInfo info = ModelFile.Inspect(file.Path);
        Assert.Equal((2, model.LongLength), (info.FormatVersion, info.ByteCount));
        Assert.Equal("none", info.Metadata["user.data"]);
        Assert.Equal(["U", "V", "labels", "labels.ends", "vocabulary", "vocabulary.ends"], info.Tensors.Select(tensor => tensor.Name).Order(StringComparer.Ordinal));
        Assert.Equal([2, 1], info.Tensors.Single(tensor => tensor.Name == "U").Shape);
    }

    private static TextClassifier Classifier(string kind) => kind switch
    {
        "one-hot" => SmallClassifier.Trained,
        "embedding" => SmallClassifier.WithEmbedding,
        "multi-label" => _tagger,
        "softmax" => _softmax,
        "sub-words" => _subwords,
        _ => SmallClassifier.ByHand,
    };

    private sealed class Shouting : ITokenizer
    {
        public void Tokenize(ReadOnlySpan<char> text, TokenBuffer tokens) => WhitespaceTokenizer.Default.Tokenize(text, tokens);
    }
}
