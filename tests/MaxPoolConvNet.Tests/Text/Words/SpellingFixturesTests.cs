using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>Small sets whose test texts are spelled unlike the training texts, or written without spaces.</summary>
public class SpellingFixturesTests
{
    private static readonly string[] _french = ["Le caf\u00E9", "La soir\u00E9e", "Le th\u00E9\u00E2tre", "Le mus\u00E9e"];
    private static readonly string[] _frenchGood = ["pr\u00E9f\u00E9r\u00E9", "d\u00E9licat", "\u00E9l\u00E9gant"];
    private static readonly string[] _frenchBad = ["g\u00EAnant", "d\u00E9go\u00FBtant", "m\u00E9diocre"];

    private static readonly string[] _turkish = ["bu otel", "bu kitap", "bu yemek", "bu m\u00FCzik"];
    private static readonly string[] _turkishGood = ["g\u00FCzel", "iyi", "ilgin\u00E7"];
    private static readonly string[] _turkishBad = ["k\u00F6t\u00FC", "itici", "s\u0131k\u0131c\u0131"];

    // hotel, this room, food here, staff · very good, clean, like, delicious · very bad, dirty, slow, expensive
    private static readonly string[] _thai =
        ["\u0E42\u0E23\u0E07\u0E41\u0E23\u0E21", "\u0E2B\u0E49\u0E2D\u0E07\u0E19\u0E35\u0E49", "\u0E2D\u0E32\u0E2B\u0E32\u0E23\u0E17\u0E35\u0E48\u0E19\u0E35\u0E48", "\u0E1E\u0E19\u0E31\u0E01\u0E07\u0E32\u0E19"];

    private static readonly string[] _thaiGood =
        ["\u0E14\u0E35\u0E21\u0E32\u0E01", "\u0E2A\u0E30\u0E2D\u0E32\u0E14", "\u0E0A\u0E2D\u0E1A", "\u0E2D\u0E23\u0E48\u0E2D\u0E22"];

    private static readonly string[] _thaiBad =
        ["\u0E41\u0E22\u0E48\u0E21\u0E32\u0E01", "\u0E2A\u0E01\u0E1B\u0E23\u0E01", "\u0E0A\u0E49\u0E32", "\u0E41\u0E1E\u0E07"];

    private static readonly string[] _thaiEnds = ["\u0E27\u0E31\u0E19\u0E19\u0E35\u0E49", "\u0E40\u0E21\u0E37\u0E48\u0E2D\u0E27\u0E32\u0E19", "\u0E04\u0E23\u0E31\u0E1A", "\u0E04\u0E48\u0E30"];

    [Fact]
    public void DecomposedTestTexts_AreTheComposedOnes()
    {
        LabeledText[] texts = Texts(_french, " \u00E9tait ", _frenchGood, _frenchBad, [""]);
        Assert.Equal(1, Accuracy(texts, texts));
        Assert.Equal(1, Accuracy(texts, text => CanonicalFormTests.Decomposed(text)));
        Assert.True(Accuracy(texts, text => CanonicalFormTests.Decomposed(text), rulesVersion: 1) < 0.9); // what the set is there to show
    }

    [Fact]
    public void TurkishCapitals_AreTheSmallLetters()
    {
        LabeledText[] texts = Texts(_turkish, " ", _turkishGood, _turkishBad, [" idi"]);
        Assert.Equal(1, Accuracy(texts, texts));
        Assert.Equal(1, Accuracy(texts, Capitals));
        Assert.True(Accuracy(texts, Capitals, rulesVersion: 1) < 0.9);
    }

    [Fact]
    public void ThaiTexts_OfKnownWordsInOtherOrdersAreClassified()
    {
        LabeledText[] texts = Texts(_thai, "", _thaiGood, _thaiBad, [.. _thaiEnds.SelectMany(one => _thaiEnds.Select(other => one + other))]);
        // no text stands in both parts, and words without spaces are no word of the other part
        TextSplit split = StratifiedSplit.HoldOut(texts, 0.25, seed: 1);
        Assert.True(Accuracy([.. split.Training], split.HeldOut) > 0.9);
        Assert.Equal(0.5, Accuracy([.. split.Training], split.HeldOut, rulesVersion: 1), 0.15);
    }

    private static LabeledText[] Texts(string[] begins, string between, string[] good, string[] bad, string[] ends) =>
    [
        .. from begin in begins
           from end in ends
           from text in good.Select(word => new LabeledText("good", begin + between + word + end)).Concat(bad.Select(word => new LabeledText("bad", begin + between + word + end)))
           select text,
    ];

    /// <summary>As somebody who writes Turkish has them.</summary>
    private static string Capitals(string text) => text.Replace('i', '\u0130').Replace('\u0131', 'I').ToUpperInvariant();

    private static double Accuracy(LabeledText[] texts, Func<string, string> spelling, int rulesVersion = 2) =>
        Accuracy(texts, [.. texts.Select(text => new LabeledText(text.Label, spelling(text.Text)))], rulesVersion);

    private static double Accuracy(LabeledText[] training, IReadOnlyList<LabeledText> test, int rulesVersion = 2)
    {
        var tokenizer = new WordTokenizer(new WordTokenizerOptions { RulesVersion = rulesVersion });
        TextClassifier classifier = TrainingCalls.Train(training, TrainingCalls.Small with { Tokenizer = tokenizer, Epochs = 30 }).Classifier;
        return test.Count(text => classifier.Predict(text.Text).Label == text.Label) / (double)test.Count;
    }
}
