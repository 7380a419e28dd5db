namespace MaxPoolConvNet.Tests;

/// <summary>Whatever a text consists of, all ways to predict it agree, and the explanation adds up.</summary>
public class HardTextsTests
{
    /// <summary>10 MB in memory.</summary>
    private const int LongLength = 5_000_000;

    private static readonly TextClassifier[] _classifiers =
    [
        SmallClassifier.Trained, SmallClassifier.WithEmbedding, SmallClassifier.WithEmbedding.Compile(new CompileOptions { MaximumBytes = 0 }),
    ];

    /// <summary>By name, since a test's own name can't have all of these characters.</summary>
    private static readonly Dictionary<string, string> _texts = new()
    {
        ["empty"] = "",
        ["white space"] = " \t\r\n\u00a0\u2003\u3000",
        ["unknown words"] = "xyzzy plugh",
        ["emoji"] = "🎬 superb 👩‍👩‍👧‍👦🏳️‍🌈 not 🎉 good",
        ["right to left"] = "\u202egood not\u202c שלום superb مرحبا",
        ["zero width"] = "not\u200b go\u200dod \ufeffgood\u2060 superb\u00ad",
        ["lone surrogates"] = "\ud83c good \udfac not \udfac\ud83c",
        ["surrogates at the ends"] = "\udfacgood\ud83c",
        ["NUL"] = "\0 not\0good \0\0",
        ["only NUL"] = "\0\0\0",
        ["noncharacters"] = "\uffff good \ufffe not \ufdd0",
        ["combining marks"] = "g" + new string('\u0301', 1_000) + "ood not good",
        ["one long word"] = new string('a', LongLength),
        ["long"] = string.Concat(Enumerable.Repeat("not good xyzzy ", LongLength / 15)),
        ["long white space"] = new string(' ', LongLength) + "superb",
    };

    public static TheoryData<string> Names { get; } = [.. _texts.Select(text => Row(text.Key, isLong: text.Value.Length > LongLength / 2))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Predict_AllWaysAgree(string name)
    {
        string text = _texts[name];
        foreach (TextClassifier classifier in _classifiers)
        {
            Prediction prediction = classifier.Predict(text);
            var first = new LabelProbability(prediction.Label, prediction.Probability);

            Assert.InRange(prediction.Probability, 0.5, 1);
            Assert.InRange(prediction.KnownWordCount, 0, prediction.WordCount);
            Assert.Equal(first, classifier.Score(text).Top(1)[0]);
            Assert.Equal(first, classifier.Score(text).Above()[0]);
            Assert.Equal([(text, prediction)], classifier.PredictStream([text], one => one));
            Assert.Equal([prediction], classifier.PredictAll([text]));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Explain_AddsUp_AndItsWindowsAreSlices(string name)
    {
        string text = _texts[name];
        foreach (TextClassifier classifier in _classifiers)
        {
            Explanation explanation = classifier.Explain(text);

            Assert.Equal(classifier.Predict(text).Label, explanation.Label);
            Assert.Equal(explanation.Logit, explanation.Bias + explanation.Windows.Sum(window => window.Contribution), 1e-5);
            Assert.All(explanation.Windows, window => Assert.Equal(text.Substring(window.Start, window.Length), window.Text));
        }
    }

    [Theory]
    [InlineData("empty", 0, 0)]
    [InlineData("white space", 0, 0)]
    [InlineData("unknown words", 2, 0)]
    [InlineData("one long word", 1, 0)]
    [InlineData("long", LongLength / 15 * 3, LongLength / 15 * 2)]
    [InlineData("long white space", 1, 1)]
    public void Predict_CountsWordsAndThoseThatAreKnown(string name, int words, int known)
    {
        Prediction prediction = SmallClassifier.Trained.Predict(_texts[name]);

        Assert.Equal((words, known, known > 0), (prediction.WordCount, prediction.KnownWordCount, prediction.HasKnownWords));
        if (known == 0) Assert.Equal(SmallClassifier.Trained.Predict("").Probability, prediction.Probability);
    }

    [Theory]
    [InlineData("emoji", "superb not good")]
    [InlineData("right to left", "good not superb")]
    [InlineData("lone surrogates", "good not")]
    [InlineData("surrogates at the ends", "good")]
    [InlineData("NUL", "not good")]
    [InlineData("noncharacters", "good not")]
    public void Predict_WordsAmongForeignCharacters_AreFound(string name, string words) =>
        Assert.Equal(SmallClassifier.Trained.Predict(words).Probability, SmallClassifier.Trained.Predict(_texts[name]).Probability);

    private static TheoryDataRow<string> Row(string name, bool isLong)
    {
        var row = new TheoryDataRow<string>(name);
        return isLong ? row.WithTrait("Category", "Slow") : row;
    }
}
