using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

public class PredictStreamTests
{
    private const int MostItems = 1_024;

    private static readonly TextClassifier _classifier = SmallClassifier.WithEmbedding;

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(3)]
    public void PredictStream_GivesEachItemInOrderWithItsPrediction(int? threads)
    {
        (int Id, string Text)[] items = [.. Texts(3_000).Select((text, id) => (id, text))];

        var results = _classifier.PredictStream(items, item => item.Text, threads);

        var expected = items.Select(item => (item, _classifier.Predict(item.Text)));
        Assert.Equal(expected, results);
        Assert.Equal(expected, results); // once more from the beginning
        Assert.Empty(_classifier.PredictStream(Array.Empty<string>(), text => text, threads));
    }

    [Fact]
    public void PredictStream_ReadsNothingBeforeItIsAsked_AndThenABlockAtMost()
    {
        int read = 0;
        var results = _classifier.PredictStream(Texts(5_000).Select(text => (++read, text).text), text => text);
        Assert.Equal(0, read);

        int taken = 0;
        int mostAhead = 0;
        foreach (var _ in results)
        {
            if (taken == 0) Assert.InRange(read, 1, 32);
            mostAhead = Math.Max(mostAhead, read - taken);
            taken++;
        }

        Assert.Equal((5_000, MostItems), (taken, mostAhead));
    }

    [Fact]
    public void PredictStream_OfLongTexts_ReadsFewAhead()
    {
        string text = string.Concat(Enumerable.Repeat("not good ", 40_000));
        int read = 0;
        Prediction first = _classifier.PredictStream(Enumerable.Repeat(text, 100).Select(one => (++read, one).one), one => one).First().Prediction;

        Assert.Equal((3, _classifier.Predict(text)), (read, first));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void PredictStream_OfAnyNumberOfTexts_KeepsToABlocksMemory()
    {
        string[] texts = ["good", "", "bad good"];
        int results = 0;
        void Run() => results += SmallClassifier.ByHand.PredictStream(Enumerable.Range(0, 200_000), item => texts[item % texts.Length]).Count();

        // two bytes a text: a list of the predictions would take 40
        Assert.InRange(AllocatedBytes.LeastOf(Run), 0, 400_000);
        Assert.Equal(3 * 200_000, results);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(1_500)]
    public void PredictStream_WhatFails_IsThrownInItsPlace(int before)
    {
        string[] texts = [.. Texts(before)];
        var failure = new InvalidDataException("broken");
        IEnumerable<string?> Broken()
        {
            foreach (string text in texts)
                yield return text;
            throw failure;
        }

        Assert.Same(failure, Failure(_classifier, texts, Broken(), text => text!));
        Assert.Same(failure, Failure(_classifier, texts, [.. texts, "bad", "good"], text => text == "bad" ? throw failure : text!));
        Exception missing = Failure(_classifier, texts, [.. texts, null, "good"], text => text!);
        Assert.IsType<ArgumentException>(missing);
        Assert.Equal($"the text of item {before + 1} is null", missing.Message);
        var choosy = new TextClassifier(SmallClassifier.ByHand.ToConvNet(), SmallClassifier.ByHand.Vocabulary, new Choosy(failure), SmallClassifier.ByHand.Labels);
        Assert.Same(failure, Failure(choosy, texts, [.. texts, "bad", "good", "bad"], text => text!));
    }

    [Fact]
    public void PredictStream_BrokenOff_DisposesOfTheSource()
    {
        bool disposed = false;
        IEnumerable<string> Source()
        {
            try
            {
                while (true)
                    yield return "good";
            }
            finally
            {
                disposed = true;
            }
        }

        foreach (var _ in _classifier.PredictStream(Source(), text => text))
        {
            Assert.False(disposed);
            break;
        }

        Assert.True(disposed);
    }

    [Fact]
    public void PredictStream_BadArguments_AreNamedAtTheCall()
    {
        Assert.Throws<ArgumentNullException>("items", () => _classifier.PredictStream((IEnumerable<string>)null!, text => text));
        Assert.Throws<ArgumentNullException>("textOf", () => _classifier.PredictStream(["good"], null!));
        Assert.Throws<ArgumentOutOfRangeException>("threads", () => _classifier.PredictStream(["good"], text => text, threads: 0));
    }

    private static IEnumerable<string> Texts(int count) => Enumerable.Range(0, count).Select(t => SmallClassifier.Texts[t * 7 % 15]);

    /// <summary>What a stream throws after it has given exactly the results of some texts.</summary>
    private static Exception Failure(TextClassifier classifier, string[] before, IEnumerable<string?> items, Func<string?, string> textOf)
    {
        var results = new List<Prediction>();
        Exception failure = Assert.ThrowsAny<Exception>(() => results.AddRange(
            classifier.PredictStream(items, textOf).Select(one => one.Prediction)));
        Assert.Equal(before.Select(classifier.Predict), results);
        return failure;
    }

    private sealed class Choosy(Exception failure) : ITokenizer
    {
        private readonly WordTokenizer _words = new();

        public void Tokenize(ReadOnlySpan<char> text, TokenBuffer tokens)
        {
            if (text is "bad") throw failure;
            _words.Tokenize(text, tokens);
        }
    }
}
