using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

/// <summary>Filters of width 1 over the words w0 … w99, made by hand, so that it is plain what they answer to.</summary>
public class WeakFiltersTests
{
    private static readonly double[] _everyWord = [.. Enumerable.Repeat(1.0, 100)];
    private static readonly double[] _mostFrequent = [1, .. new double[99]];
    private static readonly double[] _rarest = [.. new double[99], 1];
    private static readonly TextClassifier _classifier = Classifier(_mostFrequent, _rarest, _everyWord);

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(300)]
    public void Explain_AFilterThatAnswersToEveryWordAlike_IsWeak(int words) => Assert.True(IsWeak(_everyWord, Repeat("w50 ", words)));

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void Explain_ARareWord_IsStrong(int words) => Assert.False(IsWeak(_rarest, "w99" + Repeat(" w50", words - 1)));

    [Theory]
    [InlineData(1, false)]
    [InlineData(20, true)]
    public void Explain_AFrequentWord_IsStrongInAShortTextAndWeakInALongOne(int words, bool weak)
    {
        // w0 has the probability log 2 / log 101 = 0.15: it is in 15 % of random texts of one word, in 96 % of those of 20
        Assert.Equal(weak, IsWeak(_mostFrequent, "w0" + Repeat(" w50", words - 1)));
    }

    [Fact]
    public void Explain_WindowsOfWeakFiltersAlone_AreWeak()
    {
        // the rarest word wins its own filter and, being the first, that of every word; the other word wins the filter that it is the word of
        Explanation explanation = _classifier.Explain("w99 w0" + Repeat(" w50", 18));

        ExplainedWindow rarest = explanation.Windows.Single(window => window.Text == "w99");
        ExplainedWindow frequent = explanation.Windows.Single(window => window.Text == "w0");
        Assert.Equal((2, 1, false), (rarest.FilterCount, rarest.WeakFilterCount, rarest.IsWeak));
        Assert.Equal((1, 1, true), (frequent.FilterCount, frequent.WeakFilterCount, frequent.IsWeak));
    }

    [Fact]
    public void Explain_AnEmptyText_AnswersLikeEveryOther_SoThatItIsWeak() => Assert.All(_classifier.Explain("").Windows, window => Assert.True(window.IsWeak));

    [Fact]
    public void Explain_TextsBeyond256Words_AreHeldToRandomTextsOf256()
    {
        Network<float> network = RandomClassifier.Of("both").ToConvNet().InPrecision<float>();
        var thresholds = new WeakThresholds(network, new RandomTexts(network.WordSize, new FilterWords(network.WordSize)));
        PredictionRun run = new PredictionScratch(network, CompiledTable.Of(network, CompileOptions.Unasked)).Predicting;

        Assert.Equal(thresholds.Of(256, run).ToArray(), thresholds.Of(5_000, run).ToArray());
        Assert.NotEqual(thresholds.Of(256, run).ToArray(), thresholds.Of(5, run).ToArray());
    }

    [Theory]
    [InlineData("both")]
    [InlineData("softmax")]
    public void Explain_Thresholds_AreTheMediansOfTheLargestResponses(string form)
    {
        const int Words = 6;
        ConvNet network = RandomClassifier.Of(form).ToConvNet();
        Network<float> single = network.InPrecision<float>();
        var texts = new RandomTexts(single.WordSize, new FilterWords(single.WordSize));
        ReadOnlySpan<float> thresholds = new WeakThresholds(single, texts).Of(Words, new PredictionScratch(single, CompiledTable.Of(single, CompileOptions.Unasked)).Predicting);
        double[][] pooled = new double[99][];
        for (int text = 0; text < 99; text++)
        {
            int[] wordIds = new int[Words];
            texts.Fill(text, wordIds);
            pooled[text] = [.. network.Forward(TextInput.FromWordIds(wordIds)).Pooled];
        }

        for (int j = 0; j < network.FeatureCount; j++)
            Assert.Equal(pooled.Select(ofText => ofText[j]).Order().ElementAt(49), Math.Tanh(thresholds[j]), 1e-5);
    }

    [Fact]
    public void Explain_ManyThreadsThatMakeThresholdsAtOnce_GiveWhatOneGives()
    {
        string[] texts = [.. Enumerable.Range(0, 40).Select(words => "w99" + Repeat(" w0 w50", words))];
        (int, int)[][] expected = Array.ConvertAll(texts, text => Facts(_classifier, text));
        for (int time = 0; time < 5; time++)
        {
            TextClassifier fresh = Classifier(_mostFrequent, _rarest, _everyWord);
            var found = new (int, int)[texts.Length][];
            Parallel.For(0, texts.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, text => found[text] = Facts(fresh, texts[text]));
            Assert.Equal(expected, found);
        }

        static (int, int)[] Facts(TextClassifier classifier, string text) => [.. classifier.Explain(text).Windows.Select(window => (window.Start, window.WeakFilterCount))];
    }

    [Fact]
    public void RandomTexts_WordsFollowZipfsLaw()
    {
        int[] counts = new int[100];
        int[] wordIds = new int[1_000];
        var texts = new RandomTexts(counts.Length, new FilterWords(counts.Length));
        for (int text = 0; text < 100; text++)
        {
            texts.Fill(text, wordIds);
            foreach (int id in wordIds)
                counts[id]++;
        }

        for (int id = 0; id < counts.Length; id++)
        {
            double expected = 100_000 * Math.Log((id + 2.0) / (id + 1)) / Math.Log(101);
            Assert.InRange(counts[id], expected - (5 * Math.Sqrt(expected)), expected + (5 * Math.Sqrt(expected)));
        }
    }

    [Fact]
    public void RandomTexts_AreAQuarterWords_ThenSubwords()
    {
        // ids: 3 words, 4 sub-words, 2 words known by a vector alone
        var texts = new RandomTexts(9, new FilterWords(7, 3));
        int[] text = new int[40];
        HashSet<int> words = [];
        HashSet<int> subwords = [];
        for (int n = 0; n < 50; n++)
        {
            texts.Fill(n, text);
            words.UnionWith(text[..10]);
            subwords.UnionWith(text[10..]);
        }

        Assert.Equal([0, 1, 2, 7, 8], words.Order());
        Assert.Equal([3, 4, 5, 6], subwords.Order());
    }

    [Fact]
    public void RandomTexts_LongerOnesBeginWithTheShorter()
    {
        int[] five = new int[5];
        int[] nine = new int[9];
        new RandomTexts(1_000, new FilterWords(1_000)).Fill(3, five);
        new RandomTexts(1_000, new FilterWords(1_000)).Fill(3, nine);

        Assert.Equal(five, nine[..5]);
        Assert.True(nine.Distinct().Count() > 3);
    }

    [Fact]
    public void RandomTexts_OfTheUnknownWord_ThereAreNone()
    {
        // w0 … w99 and <unk>, to which the only filter answers: no random text has it, so that its winner is strong
        TextClassifier classifier = Of(Matrix<double>.Build.DenseOfColumnArrays([.. new double[100], 1]), UnknownWords.OneId);

        Assert.Equal(0, Assert.Single(classifier.Explain("xyzzy" + Repeat(" w5", 300)).Windows).WeakFilterCount);
    }

    private static bool IsWeak(double[] filter, string text) => Assert.Single(Classifier(filter).Explain(text).Windows).IsWeak;

    private static TextClassifier Classifier(params double[][] filters) => Of(Matrix<double>.Build.DenseOfColumnArrays(filters), UnknownWords.Skip);

    private static TextClassifier Of(Matrix<double> filters, UnknownWords unknownWords) => new(
        new ConvNet(
            new ConvFilterLayer(filters, width: 1),
            new MaxPool(),
            new LogisticOutput(Matrix<double>.Build.Dense(1, filters.ColumnCount, 1.0))),
        Vocabulary.FromWords(Enumerable.Range(0, 100).Select(word => $"w{word}"), unknownWords),
        new WordTokenizer(),
        ["negative", "positive"]);

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
