using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class WordVectorsTests
{
    private static readonly WordVectors _vectors =
        WordVectorFile.ReadFrom(new MemoryStream("the 1 2\ncat 3 4\n<unk> 5 6\n"u8.ToArray()), "file.vec");

    [Theory]
    [InlineData(UnknownWords.Skip)]
    [InlineData(UnknownWords.OneId)]
    public void Coverage_CountsTheWordsThatHaveAVector(UnknownWords unknownWords)
    {
        WordVectorCoverage coverage = _vectors.Coverage(Vocabulary.FromWords(["cat", "The", "dog", "the"], unknownWords));
        Assert.Equal((2, 4), (coverage.CoveredWordCount, coverage.WordCount));
        Assert.Equal(0.5, coverage.Fraction);
    }

    [Fact]
    public void Coverage_OfNoWordsIsWhole() => Assert.Equal(1, _vectors.Coverage(Vocabulary.FromWords([])).Fraction);

    [Fact]
    public void Coverage_LeavesOutSubwords()
    {
        Vocabulary vocabulary = Vocabulary.FromWords(["cat", "dog", .. Subwords("cat")]);

        WordVectorCoverage coverage = _vectors.For(new SubwordTokenizer()).Coverage(vocabulary);

        Assert.Equal((1, 2), (coverage.CoveredWordCount, coverage.WordCount));
        Assert.Equal(vocabulary.Count, _vectors.Coverage(vocabulary).WordCount);
    }

    [Fact]
    public void For_GivesZerosToSubwords_Once()
    {
        WordVectors vectors = _vectors.For(new SubwordTokenizer());

        Assert.Same(_vectors, _vectors.For(new WordTokenizer()));
        Assert.Same(vectors, vectors.For(new SubwordTokenizer()));
        Assert.All(Subwords("cat"), subword =>
        {
            Assert.True(vectors.TryGetVector(subword, out ReadOnlySpan<float> vector));
            Assert.Equal([0, 0], vector.ToArray());
            Assert.False(_vectors.TryGetVector(subword, out _));
        });
        Assert.False(vectors.TryGetVector("dog", out ReadOnlySpan<float> none));
        Assert.True(none.IsEmpty);
    }

    [Fact]
    public void TryGetVector_AllocatesNothing()
    {
        float sum = Sum(1); // compiled before it is measured
        long before = GC.GetAllocatedBytesForCurrentThread();
        sum += Sum(1000);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(3003, sum);
    }

    private static float Sum(int times)
    {
        float sum = 0;
        for (int i = 0; i < times; i++)
        {
            if (_vectors.TryGetVector("a cat".AsSpan(2), out ReadOnlySpan<float> vector))
                sum += vector[0];
        }
        return sum;
    }

    private static string[] Subwords(string word)
    {
        var tokens = new TokenBuffer();
        new SubwordTokenizer().Tokenize(word, tokens);
        return [.. Enumerable.Range(0, tokens.Count).Select(token => tokens.Word(token).ToString()).Where(token => SubwordTokenizer.IsSubword(token))];
    }
}
