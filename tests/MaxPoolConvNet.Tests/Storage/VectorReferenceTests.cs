using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Storage;

/// <summary>Files of classifiers that refer to word vectors instead of containing them.</summary>
public class VectorReferenceTests
{
    private static readonly string[] _words = ["superb", "dreadful", "unheard", "film", "of"];
    private static readonly sbyte[] _values = [127, 3, -127, 5, 60, 1, 0, 4, 1, 2];
    private static readonly WordVectors _vectors = Vectors(_words, _values);
    private static readonly TextClassifier _classifier = Trained(_vectors);
    private static readonly byte[] _model = SavedModel.Of(_classifier, new SaveOptions { ReferencedVectors = _vectors });

    [Theory]
    [InlineData(EmbeddingKind.Static, null, true)]
    [InlineData(EmbeddingKind.Static, WeightFormat.Float32, true)]
    [InlineData(EmbeddingKind.TwoChannel, null, true)]
    [InlineData(EmbeddingKind.Static, null, false)]
    public void TheFile_HasTheSameBitsAndNoListedVector(EmbeddingKind kind, WeightFormat? format, bool isListed)
    {
        // a composer gives other words their vectors, which the file contains
        WordVectors vectors = isListed ? _vectors : Vectors(_words[..3], _values[..6], new Composer());
        TextClassifier classifier = Trained(vectors, kind);
        byte[] model = SavedModel.Of(classifier, new SaveOptions { ReferencedVectors = vectors, WeightFormat = format });
        TextClassifier loaded = Load(model, name => name == "some vectors" ? vectors : null);

        int own = classifier.Vocabulary.Words.Count(word => !vectors.IsListed(word));
        Assert.NotEqual(0, own);
        Assert.Contains($"\"embedding.static.words\":{{\"dtype\":\"I32\",\"shape\":[{own}]", SavedModel.Header(model), StringComparison.Ordinal);
        Assert.Contains($"\"shape\":[{own},2]", SavedModel.Header(model), StringComparison.Ordinal);
        Assert.Contains("\"formatVersion\":\"5\"", SavedModel.Header(model), StringComparison.Ordinal);
        AssertSame(classifier, loaded);
        Assert.Equal(
            SavedModel.Of(classifier, new SaveOptions { WeightFormat = format }),
            SavedModel.Of(loaded, new SaveOptions { WeightFormat = format }));
    }

    [Fact]
    public void VectorsOfAllWords_LeaveNoneInTheFile()
    {
        string[] words = [.. _classifier.Vocabulary.Words];
        WordVectors all = Vectors(words, [.. Enumerable.Range(0, 2 * words.Length).Select(value => (sbyte)(value % 100))]);
        TextClassifier classifier = Trained(all);
        byte[] model = SavedModel.Of(classifier, new SaveOptions { ReferencedVectors = all });

        Assert.DoesNotContain("\"embedding.static\"", SavedModel.Header(model), StringComparison.Ordinal);
        Assert.DoesNotContain("\"embedding.static.words\"", SavedModel.Header(model), StringComparison.Ordinal);
        AssertSame(classifier, Load(model, _ => all));
    }

    [Fact]
    public async Task AFileAndStreams_CanRefer()
    {
        string path = Path.GetTempFileName();
        try
        {
            _classifier.Save(path, new SaveOptions { ReferencedVectors = _vectors });
            Assert.Equal(_model, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
            AssertSame(_classifier, TextClassifier.Load(path, new LoadOptions { FindVectors = _ => _vectors }));
        }
        finally
        {
            File.Delete(path);
        }

        using var stream = new MemoryStream(_model);
        AssertSame(
            _classifier,
            await TextClassifier.LoadAsync(stream, new LoadOptions { FindVectors = _ => _vectors }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void ASelfContainedFile_AsksForNoVectors() =>
        AssertSame(_classifier, Load(SavedModel.Of(_classifier), _ => throw new InvalidOperationException("not needed")));

    [Fact]
    public void AFileWhoseVectorsAreMissing_NamesThem()
    {
        const string Expected = "the model refers to the word vectors 'some vectors', which aren't in its file; "
            + "pass them to Load in LoadOptions.FindVectors";
        Assert.EndsWith(Expected, Assert.Throws<InvalidDataException>(() => SavedModel.Load(_model)).Message, StringComparison.Ordinal);
        Assert.EndsWith(Expected, Refused(_ => null), StringComparison.Ordinal);
    }

    [Fact]
    public void OtherVectors_AreRefused()
    {
        const string Start = "the word vectors given, 'some vectors', aren't the 'some vectors' that the model refers to: ";
        sbyte[] changed = [.. _values];
        changed[0]--;
        string checksum = Refused(_ => Vectors(_words, changed));
        Assert.Contains(Start + "their checksum is crc32c:", checksum, StringComparison.Ordinal);
        Assert.EndsWith("pass those it was trained with", checksum, StringComparison.Ordinal);

        string unlisted = Refused(_ => Vectors(["superb", "dreadful", "other", "film", "of"], _values));
        Assert.Contains(Start + "they don't list 'unheard'", unlisted, StringComparison.Ordinal);

        string few = Refused(_ => Vectors(["superb"], _values[..2]));
        Assert.Contains("'some vectors' has 1", few, StringComparison.Ordinal);

        string long3 = Refused(_ => WordVectors.FromBytes(["superb"], new sbyte[] { 1, 2, 3 }, [1f, 1f, 1f], name: "long"));
        Assert.Contains("'some vectors' of 2 numbers; those of 'long' have 3", long3, StringComparison.Ordinal);
    }

    [Fact]
    public void VectorsThatTheClassifierDoesNotHave_CanNotBeReferredTo()
    {
        WordVectors others = Vectors(_words, [.. _values.Select(value => (sbyte)(value / 2))]);
        Assert.Contains("none of the classifier's words has its vector in 'some vectors'", NotSaved(_classifier, others), StringComparison.Ordinal);
        Assert.Contains("no static word vectors", NotSaved(Trained(_vectors, EmbeddingKind.Trained), _vectors), StringComparison.Ordinal);
        Assert.Contains("no static word vectors", NotSaved(SmallClassifier.Trained, _vectors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\\u0022words\\u0022:", "\\u0022words\\u0022:1", "'some vectors' has 5")]
    [InlineData("\\u0022words\\u0022:", "\\u0022words\\u0022:-", "isn't possible")]
    [InlineData("\\u0022dimension\\u0022:2", "\\u0022dimension\\u0022:0", "isn't possible")]
    [InlineData("\\u0022name\\u0022", "\\u0022title\\u0022", "no valid field 'name'")]
    [InlineData("\"embedding.static.words\":{\"dtype\":\"I32\"", "\"embedding.static.words\":{\"dtype\":\"F32\"", "of type I32 were expected")]
    [InlineData("\"embedding.static.words\"", "\"embedding.static.others\"", "the model refers to")]
    public void Headers_ThatDoNotFit(string replaced, string by, string expected)
    {
        // one more digit makes more words than the vectors have
        byte[] forged = SavedModel.Forged(_model, replaced, by);
        Assert.Contains(
            expected, Assert.Throws<InvalidDataException>(() => Load(forged, _ => _vectors)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000_000)]
    [InlineData(int.MaxValue)]
    public void OwnWords_ThatAreNone(int word)
    {
        using var header = System.Text.Json.JsonDocument.Parse(SavedModel.Header(_model));
        int begin = header.RootElement.GetProperty("embedding.static.words").GetProperty("data_offsets")[0].GetInt32();
        byte[] forged = SavedModel.Forged(_model, "embedding.static.words", "embedding.static.words", data =>
        {
            BitConverter.TryWriteBytes(data.AsSpan(begin + sizeof(int)), word);
            return data;
        });

        Assert.Contains($"'embedding.static.words' has the id {word}", Assert.Throws<InvalidDataException>(() => Load(forged, _ => _vectors)).Message, StringComparison.Ordinal);
    }

    private static string Refused(Func<string, WordVectors?> find) =>
        Assert.Throws<InvalidDataException>(() => Load(_model, find)).Message;

    private static string NotSaved(TextClassifier classifier, WordVectors vectors) =>
        Assert.Throws<ArgumentException>(() => SavedModel.Of(classifier, new SaveOptions { ReferencedVectors = vectors })).Message;

    private static TextClassifier Load(byte[] model, Func<string, WordVectors?> find) =>
        TextClassifier.Load(new MemoryStream(model), new LoadOptions { FindVectors = find });

    private static WordVectors Vectors(string[] words, sbyte[] values, IWordComposer? composer = null) =>
        WordVectors.FromBytes(words, values, [0.003f, 0.01f], composer, "some vectors");

    private static TextClassifier Trained(WordVectors vectors, EmbeddingKind kind = EmbeddingKind.Static) => TextClassifier.Train(
        ToyTexts.Separable(60),
        TrainingCalls.Small with
        {
            Networks = 2,
            Network = new ConvNetOptions
            {
                Filters = [new(1, 8)],
                Embedding = new EmbeddingOptions { Kind = kind, Vectors = vectors, Filters = [new(1, 5), new(2, 5)] },
            },
        });

    private static void AssertSame(TextClassifier expected, TextClassifier actual) => Assert.All(
        [.. SmallClassifier.Texts, "unheard of"],
        text => Assert.Equal(
            expected.Score(text).Select(one => BitConverter.DoubleToInt64Bits(one.Probability)),
            actual.Score(text).Select(one => BitConverter.DoubleToInt64Bits(one.Probability))));

    private sealed class Composer : IWordComposer
    {
        public bool TryCompose(ReadOnlySpan<char> word, WordVectors vectors, Span<float> vector)
        {
            vector.Fill(word.Length / 10f);
            return true;
        }
    }
}
