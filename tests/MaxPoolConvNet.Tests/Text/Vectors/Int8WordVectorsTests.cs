using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>Vectors of 8-bit numbers, and vectors of words that aren't listed.</summary>
public class Int8WordVectorsTests
{
    private static readonly WordVectors _vectors = WordVectors.FromBytes(["cat", "dog"], new sbyte[] { 1, -127, 4, 0 }, [0.5f, 0.25f]);

    [Fact]
    public void Vectors_AreWholeNumbersTimesScales()
    {
        Assert.Equal((2, 2), (_vectors.Count, _vectors.Dimension));
        Assert.True(_vectors.TryGetVector("cat", out ReadOnlySpan<float> cat));
        Assert.Equal([0.5f, -31.75f], cat.ToArray());
        Assert.True(_vectors.TryGetVector("dog", out ReadOnlySpan<float> dog));
        Assert.Equal([2f, 0f], dog.ToArray());
        Assert.False(_vectors.TryGetVector("cow", out ReadOnlySpan<float> cow));
        Assert.True(cow.IsEmpty);
    }

    [Fact]
    public void AComposer_MakesTheVectorsOfOtherWords()
    {
        var vectors = WordVectors.FromBytes(["cat"], new sbyte[] { 1, 2 }, [1f, 1f], new Composer((word, vector) =>
        {
            if (word != "cats") return false;
            vector[1] = 7;
            return true;
        }));

        Assert.True(vectors.TryGetVector("cats", out ReadOnlySpan<float> cats));
        Assert.Equal([0f, 7f], cats.ToArray());
        Assert.False(vectors.TryGetVector("dogs", out _));
        Assert.False(vectors.TryGetVector("", out _));
        Assert.True(vectors.IsListed("cat"));
        Assert.False(vectors.IsListed("cats"));
        WordVectorCoverage coverage = vectors.Coverage(Vocabulary.FromWords(["cat", "cats", "dog"]));
        Assert.Equal((2, 1, 3), (coverage.CoveredWordCount, coverage.ComposedWordCount, coverage.WordCount));
        Assert.Equal("2 of 3 words have a vector; 1 of them are composed of pieces", coverage.ToString());
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void ComposedVectors_ThatAreNotFinite(float entry)
    {
        var vectors = WordVectors.FromBytes(["cat"], new sbyte[] { 1 }, [1f], new Composer((_, vector) =>
        {
            vector[0] = entry;
            return true;
        }));

        Assert.Contains("cow", Assert.Throws<InvalidOperationException>(() => vectors.TryGetVector("cow", out _)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BadInput_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => WordVectors.FromBytes(null!, new sbyte[1], [1f]));
        Assert.Contains("word 1 is null", Refused(["a", null!], new sbyte[2], [1f]), StringComparison.Ordinal);
        Assert.Contains("word 0 is empty", Refused([""], new sbyte[1], [1f]), StringComparison.Ordinal);
        Assert.Contains("\"a\", is word 0", Refused(["a", "a"], new sbyte[2], [1f]), StringComparison.Ordinal);
        Assert.Contains("3 values; 2 words times 1 scales", Refused(["a", "b"], new sbyte[3], [1f]), StringComparison.Ordinal);
        Assert.Contains("0 scales", Refused(["a"], Array.Empty<sbyte>(), []), StringComparison.Ordinal);
        Assert.Contains("scale is 0", Refused(["a"], new sbyte[1], [0f]), StringComparison.Ordinal);
        Assert.Contains("scale is NaN", Refused(["a"], new sbyte[1], [float.NaN]), StringComparison.Ordinal);
        Assert.Contains("-128", Refused(["a"], new sbyte[] { -128 }, [1f]), StringComparison.Ordinal);

        static string Refused(string[] words, sbyte[] values, float[] scales) =>
            Assert.Throws<ArgumentException>(() => WordVectors.FromBytes(words, values, scales)).Message;
    }

    [Fact]
    public void Messages_AreTheSameInEveryCulture() => InGerman.Run(() =>
        Assert.Contains(
            "-0.5",
            Assert.Throws<ArgumentException>(() => WordVectors.FromBytes(["a"], new sbyte[1], [-0.5f])).Message,
            StringComparison.Ordinal));

    [Fact]
    public void LookingUpAListedWord_AllocatesNothingTheSecondTime()
    {
        var vectors = WordVectors.FromBytes(["cat"], new sbyte[] { 1 }, [1f]);
        vectors.TryGetVector("cat", out _);

        Assert.Equal(0, AllocatedBytes.LeastOf(() => vectors.TryGetVector("cat", out _)));
    }

    private sealed class Composer(Func<string, float[], bool> compose) : IWordComposer
    {
        public bool TryCompose(ReadOnlySpan<char> word, WordVectors vectors, Span<float> vector)
        {
            float[] own = new float[vector.Length];
            bool composed = compose(word.ToString(), own);
            own.CopyTo(vector);
            return composed;
        }
    }
}
