using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

public class FamiliarityTests
{
    /// <summary>Questions to a bank, in common words.</summary>
    private static readonly string[] _bank =
    [
        "Why was my card declined at the shop?", "How long does a transfer to another account take?", "I forgot my passcode, how do I reset it?",
        "Can I top up my balance with a cheque?", "There is a fee on my statement that I do not recognise.", "What currencies do you exchange?",
        "How do I verify my identity?", "My cash withdrawal is still pending, why?", "Please cancel my direct debit.", "Is my salary paid in yet?",
        "Where do I find the PIN of my new card?", "Which countries do you issue cards in?",
    ];

    private static readonly Lazy<TextSplit> _reviews = new(Split);
    private static readonly Lazy<TextClassifier> _ofReviews = new(() => TextClassifier.Train(_reviews.Value.Training, TrainingCalls.Small with { Epochs = 1 }));

    public static TheoryData<string> Forms { get; } = ["one-hot", "embedding", "compiled", "16 bits", "saved"];

    [Fact]
    public void OwnTexts_AreUniform_AndForeignOnesRefused()
    {
        TextClassifier classifier = _ofReviews.Value;
        double[] own = [.. _reviews.Value.HeldOut.Select(text => classifier.Predict(text.Text).Familiarity!.Value)];
        double[] foreign = [.. _bank.Select(text => classifier.Predict(text).Familiarity!.Value)];

        Assert.InRange(own.Count(one => one < 0.05) / (double)own.Length, 0.02, 0.08);
        Assert.InRange(own.Count(one => one < 0.5) / (double)own.Length, 0.44, 0.56);
        Assert.InRange(foreign.Count(one => one < 0.05), 7, 12);
    }

    [Fact]
    public void MinimumFamiliarity_RefusesTheFractionOfTheGivenTexts()
    {
        TextClassifier classifier = _ofReviews.Value;
        string[] texts = [.. _reviews.Value.HeldOut.Select(text => text.Text)];

        double minimum = classifier.MinimumFamiliarity(texts, cancellationToken: TestContext.Current.CancellationToken)!.Value;
        double larger = classifier.MinimumFamiliarity(texts, 0.2, TestContext.Current.CancellationToken)!.Value;

        Assert.Equal(0.05, texts.Count(text => classifier.Predict(text).Familiarity < minimum) / (double)texts.Length, 0.002);
        Assert.Equal(0.2, texts.Count(text => classifier.Predict(text).Familiarity < larger) / (double)texts.Length, 0.002);
    }

    [Fact]
    public void MinimumFamiliarity_BadInput_IsNamed()
    {
        TextClassifier classifier = SmallClassifier.Trained;
        CancellationToken token = TestContext.Current.CancellationToken;

        Assert.Throws<ArgumentNullException>("texts", () => classifier.MinimumFamiliarity(null!, cancellationToken: token));
        Assert.Contains("there are no texts", Assert.Throws<ArgumentException>("texts", () => classifier.MinimumFamiliarity([], cancellationToken: token)).Message, StringComparison.Ordinal);
        Assert.Contains("text 2 is null", Assert.Throws<ArgumentException>("texts", () => classifier.MinimumFamiliarity(["a", null!], cancellationToken: token)).Message, StringComparison.Ordinal);
        foreach (double fraction in new[] { -0.01, 1, double.NaN, double.PositiveInfinity })
            Assert.Throws<ArgumentOutOfRangeException>("refusedFraction", () => classifier.MinimumFamiliarity(["a"], fraction, token));
        Assert.Throws<OperationCanceledException>(() => classifier.MinimumFamiliarity(["a"], cancellationToken: new CancellationToken(true)));
        Assert.Null(SmallClassifier.ByHand.MinimumFamiliarity(["a"], cancellationToken: token));
    }

    [Fact]
    public void WordsNobodyKnows_AndNoWords_AreAsUnfamiliarAsCanBe() =>
        Assert.All(["", " \n", "xyzzy", "xyzzy plugh", "🎬 🎉"], text => Assert.Equal(0, SmallClassifier.Trained.Predict(text).Familiarity));

    [Fact]
    public void AnUnknownWord_MakesATextLessFamiliar()
    {
        double known = SmallClassifier.Trained.Predict("the film we saw at home superb").Familiarity!.Value;
        double unknown = SmallClassifier.Trained.Predict("the film we xyzzy at home superb").Familiarity!.Value;

        Assert.InRange(unknown, 0, known - 0.01);
    }

    [Fact]
    public void AClassifierOfANetwork_HasNone()
    {
        Assert.Null(SmallClassifier.ByHand.Predict("good").Familiarity);
        Assert.Null(SmallClassifier.ByHand.Score("good").Familiarity);
        Assert.Null(new LabelScores(SmallClassifier.Trained).Familiarity);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task EveryWayToPredict_GivesTheSame(string form)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        TextClassifier plain = form == "one-hot" ? SmallClassifier.Trained : SmallClassifier.WithEmbedding;
        TextClassifier classifier = form switch
        {
            "compiled" => plain.Compile(cancellationToken: token),
            "16 bits" => plain.Compile(new CompileOptions { WeightFormat = WeightFormat.BFloat16 }, token),
            "saved" => Storage.SavedModel.Load(Storage.SavedModel.Of(plain)),
            _ => plain,
        };
        string[] texts = SmallClassifier.Texts;
        double?[] expected = [.. texts.Select(text => plain.Predict(text).Familiarity)];
        var scores = new LabelScores(classifier);

        Assert.InRange(expected.Distinct().Count(), 4, texts.Length);
        Assert.Equal(expected, texts.Select(text => classifier.Predict(text.AsSpan()).Familiarity));
        Assert.Equal(expected, texts.Select(text => classifier.Score(text).Familiarity));
        Assert.Equal(expected, texts.Select(text => Scored(classifier, text, scores)));
        Assert.Equal(expected, classifier.PredictAll(texts, 2, token).Select(prediction => prediction.Familiarity));
        Assert.Equal(expected, classifier.PredictStream(texts, text => text, 2).Select(pair => pair.Prediction.Familiarity));
        Assert.Equal(expected, await classifier.PredictStream(texts.ToAsyncEnumerable(), text => text, 2).Select(pair => pair.Prediction.Familiarity).ToArrayAsync(token));
    }

    [Fact]
    public void Predictions_WithAnotherFamiliarity_AreNotEqual()
    {
        Prediction without = new("a", 0.5, 3, 2, double.NaN);

        Assert.Equal(without, new Prediction("a", 0.5, 3, 2, double.NaN));
        Assert.NotEqual(without, new Prediction("a", 0.5, 3, 2, 0.25));
        Assert.NotEqual(new Prediction("a", 0.5, 3, 2, 0.5), new Prediction("a", 0.5, 3, 2, 0.25));
    }

    private static double? Scored(TextClassifier classifier, string text, LabelScores scores)
    {
        classifier.Score(text, scores);
        return scores.Familiarity;
    }

    private static TextSplit Split()
    {
        using Stream reviews = typeof(FamiliarityTests).Assembly.GetManifestResourceStream("reviews.tsv")!;
        return StratifiedSplit.HoldOut([.. LabeledTextFile.Read(reviews, "reviews.tsv")], 0.3, 1);
    }
}
