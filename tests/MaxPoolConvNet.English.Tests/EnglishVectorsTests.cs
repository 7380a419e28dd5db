using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.English.Tests;

public sealed class EnglishVectorsTests
{
    private static readonly WordVectors _vectors = EnglishVectors.Load();

    [Fact]
    public void Vectors_AreManyAndFinite()
    {
        Assert.Equal(256, _vectors.Dimension);
        Assert.InRange(_vectors.Count, 50_000, 100_000);
        Assert.All(_vectors.Words, word =>
        {
            Assert.True(_vectors.TryGetVector(word, out ReadOnlySpan<float> vector), word);
            Assert.Equal(256, vector.Length);
            Assert.True(Length(vector) is > 0.01 and < 100, word);
        });
    }

    [Fact]
    public void Words_AreWhatTheTokenizerMakes()
    {
        var buffer = new TokenBuffer();
        int asOneToken = _vectors.Words.Count(word =>
        {
            buffer.Clear();
            WordTokenizer.Default.Tokenize(word, buffer);
            return buffer.Count == 1 && buffer.Word(0).SequenceEqual(word);
        });

        Assert.InRange(asOneToken, 0.999 * _vectors.Count, _vectors.Count);
    }

    [Theory]
    [InlineData("dreadful", "awful", "delicious")]
    [InlineData("delicious", "tasty", "dreadful")]
    [InlineData("refund", "repayment", "mountain")]
    [InlineData("u", "you", "mountain")]
    [InlineData("recieve", "receive", "mountain")]
    [InlineData("😂", "laugh", "invoice")]
    [InlineData("don't", "not", "mountain")]
    public void WordsOfLikeMeaning_AreNear(string word, string near, string far) =>
        Assert.True(Cosine(word, near) > Cosine(word, far) + 0.1, $"{Cosine(word, near)} {Cosine(word, far)}");

    [Theory]
    [InlineData("projectionist's", "projectionist")]
    [InlineData("teachers'", "teachers")]
    [InlineData("98765", "00000")]
    [InlineData("résumés", "resumes")]
    [InlineData("Refund", "refund")]
    [InlineData("DON'T", "don't")]
    public void OtherForms_HaveTheVectorOfTheListedOne(string word, string listed)
    {
        Assert.False(_vectors.IsListed(word), word);
        Assert.True(_vectors.IsListed(listed), listed);
        Assert.Equal(Vector(listed), Vector(word));
    }

    [Theory]
    [InlineData("mountainless", "mountain")]
    [InlineData("refundability", "refund")]
    [InlineData("kindnesslike", "kindness")]
    [InlineData("gardenwards", "garden")]
    public void OtherWords_AreComposedNearTheirBeginning(string word, string beginning)
    {
        Assert.False(_vectors.IsListed(word), word);
        Assert.True(Cosine(word, beginning) > 0.4, $"{Cosine(word, beginning)}");
    }

    [Theory]
    [InlineData("ζωή")]
    [InlineData("жизнь")]
    [InlineData("")]
    [InlineData("q\0q")]
    public void WordsOfOtherScripts_HaveNone(string word) => Assert.False(_vectors.TryGetVector(word, out _));

    [Fact]
    public void AVeryLongWord_HasNone() => Assert.False(_vectors.TryGetVector(new string('a', 1_000_000), out _));

    [Fact]
    public void Composing_GivesTheSameFromManyThreads()
    {
        string[] words = [.. _vectors.Words.Where(word => word.All(char.IsAsciiLetter)).Take(2_000).Select(word => word + "esque")];
        float[][] expected = [.. words.Select(Vector)];

        Parallel.For(0, 8, _ => Assert.All(words.Zip(expected), pair => Assert.Equal(pair.Second, Vector(pair.First))));
    }

    private static float[] Vector(string word) => _vectors.TryGetVector(word, out ReadOnlySpan<float> vector) ? vector.ToArray() : [];

    private static double Length(ReadOnlySpan<float> vector)
    {
        double squares = 0;
        foreach (float entry in vector)
            squares += (double)entry * entry;
        return Math.Sqrt(squares);
    }

    private static double Cosine(string one, string other)
    {
        (float[] first, float[] second) = (Vector(one), Vector(other));
        return first.Zip(second, (x, y) => (double)x * y).Sum() / (Length(first) * Length(second));
    }
}
