using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

/// <summary>Given vectors, at the start of a training and after it.</summary>
public class PretrainedWordsTests
{
    private static readonly WordVectors _vectors = WordVectors.FromBytes(["good", "bad", "rare"], new sbyte[] { 4, -8, 12, 0, -4, 20 }, [0.25f, 0.5f]);
    private static readonly Vocabulary _words = Vocabulary.FromWords(["bad", "unlisted"]);

    [Theory]
    [InlineData(0, "bad unlisted")]
    [InlineData(1, "bad unlisted good")]
    [InlineData(2, "bad unlisted good")]
    [InlineData(3, "bad unlisted good rare")]
    [InlineData(9, "bad unlisted good rare")]
    public void TheFirstWordsWithVectors_AreAppended(int additional, string expected) => Assert.Equal(
        expected, string.Join(' ', PretrainedWords.Append(_words, new EmbeddingOptions { Vectors = _vectors, AdditionalWords = additional }).Words));

    [Fact]
    public void NoneAreAppended_WithoutVectors_OrBesideAnIdOfUnknownWords()
    {
        Assert.Same(_words, PretrainedWords.Append(_words, null));
        Assert.Same(_words, PretrainedWords.Append(_words, new EmbeddingOptions()));
        Vocabulary withUnknown = Vocabulary.FromWords(["bad"], UnknownWords.OneId);
        Assert.Same(withUnknown, PretrainedWords.Append(withUnknown, new EmbeddingOptions { Vectors = _vectors }));
    }

    [Theory]
    [InlineData(EmbeddingKind.Static, new[] { 3, 0.0 })]
    [InlineData(EmbeddingKind.Trained, new[] { 3, 0.0 })]
    [InlineData(EmbeddingKind.TwoChannel, new[] { 3, 0.0, 3, 0 })]
    public void AWordStartsWithItsVector_InEveryChannel(EmbeddingKind kind, double[] expected)
    {
        EmbeddingTable<double> table = Filled(kind, _words);
        Assert.Equal(expected, table.Row(0)[..expected.Length].ToArray());
        double[] other = table.Row(1)[..expected.Length].ToArray();
        Assert.DoesNotContain(0, other);

        // the static channel is rounded to its scales, 0.25 and 0.5
        if (kind == EmbeddingKind.TwoChannel) Assert.All(other[..2].Zip(other[2..]), pair => Assert.Equal(pair.First, pair.Second, 0.25));
        Assert.All(table.Row(1)[expected.Length..].ToArray(), entry => Assert.Equal(0, entry));
    }

    [Fact]
    public void WordsWithoutVectors_HaveTheDeviationOfTheGivenOnes()
    {
        EmbeddingTable<double> table = Filled(EmbeddingKind.Trained, Vocabulary.FromWords(Enumerable.Range(0, 5_000).Select(w => $"w{w}")));
        double given = Math.Sqrt(((1 * 1) + (4 * 4) + (3 * 3) + (0 * 0) + (1 * 1) + (10 * 10)) / 6.0);
        Assert.InRange(EmbeddingInitializer.DeviationOf(table) / given, 0.97, 1.03);
    }

    [Fact]
    public void WithoutGivenVectors_TheDeviationIsKims()
    {
        var options = new EmbeddingOptions { Dimension = 50 };
        EmbeddingTable<double> table = EmbeddingInitializer.Empty<double>(200, options);
        EmbeddingInitializer.Fill(table, options, null, new CounterRandom(7));
        Assert.InRange(EmbeddingInitializer.DeviationOf(table) / (0.25 / Math.Sqrt(3)), 0.97, 1.03);
        Assert.Equal(0, EmbeddingInitializer.DeviationOf(EmbeddingInitializer.Empty<double>(0, options)));
    }

    [Theory]
    [InlineData(EmbeddingKind.Static)]
    [InlineData(EmbeddingKind.TwoChannel)]
    public void AfterTraining_FurtherWordsGetTheirVectors_AndTheOthersStay(EmbeddingKind kind)
    {
        ConvNetOptions form = new() { Filters = [new(1, 3)], Embedding = new EmbeddingOptions { Kind = kind, Vectors = _vectors, Filters = [new(1, 3)] } };
        Network<double> network = NetworkInitializer.Create<double>(
            new FilterWords(2), 2, null, form, _words, new CounterRandom(1), new CounterRandom(2), FilterShare.All);
        Vocabulary all = PretrainedWords.Append(_words, form.Embedding);

        EmbeddingTable<double> appended = PretrainedWords.Append(network, all, _vectors).Embedding!;
        Assert.Equal(4, appended.Words);
        int stride = network.Embedding!.Stride;
        Assert.Equal(network.Embedding.Entries.ToArray(), appended.Entries[..(2 * stride)].ToArray());
        double[] good = [1, -4];
        double[] rare = [-1, 10];
        Assert.Equal(kind == EmbeddingKind.Static ? good : [.. good, .. good], appended.Row(2)[..appended.Dimension].ToArray());
        Assert.Equal(kind == EmbeddingKind.Static ? rare : [.. rare, .. rare], appended.Row(3)[..appended.Dimension].ToArray());
    }

    [Fact]
    public void ANetworkThatKnowsAllWords_OrNoVectors_StaysItself()
    {
        Network<double> oneHot = NetworkInitializer.Create<double>(2, 2, new ConvNetOptions(), new CounterRandom(1));
        Assert.Same(oneHot, PretrainedWords.Append(oneHot, _words, _vectors));
        Network<double> embedded = NetworkInitializer.Create<double>(
            2, 2, new ConvNetOptions { Embedding = new EmbeddingOptions { Dimension = 2 } }, new CounterRandom(1));
        Assert.Same(embedded, PretrainedWords.Append(embedded, _words, _vectors));
        Assert.Same(embedded, PretrainedWords.Append(embedded, Vocabulary.FromWords(["a", "b", "c"]), null));
    }

    private static EmbeddingTable<double> Filled(EmbeddingKind kind, Vocabulary words)
    {
        var options = new EmbeddingOptions { Kind = kind, Vectors = _vectors };
        EmbeddingTable<double> table = EmbeddingInitializer.Empty<double>(words.Count, options);
        EmbeddingInitializer.Fill(table, options, words, new CounterRandom(7));
        return table;
    }
}
