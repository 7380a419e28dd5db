using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class ContinueTests
{
    private static readonly LabeledText[] _new = [.. Enumerable.Range(0, 30).SelectMany(t => (LabeledText[])[new("positive", $"a splendid thing {t % 4}"), new("negative", $"an awful thing {t % 4}")])];

    private static readonly WordVectors _vectors = WordVectorFile.ReadFrom(
        new MemoryStream(WordVectorBytes.Text([("superb", [1, 2, 0]), ("splendid", [1, 2, 0.1f]), ("awful", [-1, -2, 0.1f]), ("dreadful", [-1, -2, 0])], header: true)), "vectors.txt");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly TrainingOptions _small = TrainingCalls.Small with { Calibration = Calibration.None };

    public static TheoryData<string, TrainingOptions> Ways { get; } = new()
    {
        { "one-hot", _small },
        { "averaged", _small with { Networks = 3 } },
        { "unknown words", _small with { Vocabulary = new VocabularyOptions { UnknownWords = UnknownWords.OneId } } },
        { "static", WithEmbedding(new EmbeddingOptions { Kind = EmbeddingKind.Static, Dimension = 6 }) with { Networks = 2 } },
        { "two channels", WithEmbedding(new EmbeddingOptions { Kind = EmbeddingKind.TwoChannel, Dimension = 6 }) with { Networks = 2 } },
        { "given vectors", WithEmbedding(new EmbeddingOptions { Kind = EmbeddingKind.TwoChannel, Vectors = _vectors }) with { Networks = 2 } },
    };

    [Fact]
    public void EarlyStopping_GivesTheClassifierAsItWasWhereNothingIsBetter()
    {
        LabeledText[] texts = ToyTexts.Separable(40);
        TextClassifier before = TextClassifier.Train(texts, _small with { Epochs = 20 }, cancellationToken: Token);
        LabeledText[] wrong = [.. texts.Select(text => new LabeledText(text.Label == "positive" ? "negative" : "positive", text.Text))];
        TrainingOptions harmful = _small with { EarlyStopping = new EarlyStopping { Patience = 2 }, Optimizer = new Sgd { LearningRate = 100 }, MaxNorm = 1e-3 };

        TrainingResult better = new Trainer(TrainingCalls.Small with { EarlyStopping = new EarlyStopping(), Epochs = 20 }).Continue(before, wrong, null, Token);
        TrainingResult unchanged = new Trainer(harmful).Continue(before, texts, null, Token);

        Assert.InRange(better.BestEpoch, 1, 20);
        Assert.Equal((0, StopReason.NoImprovement, 2), (unchanged.BestEpoch, unchanged.StopReason, unchanged.Epochs.Length));
        Assert.Equal(Weights.Of(before), Weights.Of(unchanged.Classifier));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void NothingNew_AndATinyRate_LeaveThePredictionsNearly(string way, TrainingOptions options)
    {
        LabeledText[] texts = ToyTexts.Separable(40);
        TextClassifier before = TrainingCalls.Train(texts, options).Classifier;
        TextClassifier after = new Trainer(options with { Optimizer = new Sgd { LearningRate = 1e-7 } }).Continue(before, texts, null, Token).Classifier;

        Assert.Equal(before.Labels, after.Labels);
        Assert.All(texts, text => Assert.Equal(before.Predict(text.Text).Probability, after.Predict(text.Text).Probability, 1e-4));
        Assert.False(Weights.Of(before).SequenceEqual(Weights.Of(after)), way);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void NewWords_AreLearned_AndTheClassifierItselfStays(string way, TrainingOptions options)
    {
        TextClassifier before = TrainingCalls.Train(ToyTexts.Separable(40), options).Classifier;
        double[] weights = Weights.Of(before);
        TrainingResult result = new Trainer(options with { Epochs = 20 }).Continue(before, [.. _new, .. ToyTexts.Separable(40)], null, Token);

        Assert.Equal((StopReason.Completed, 20), (result.StopReason, result.Epochs.Length));
        Assert.Equal("positive", result.Classifier.Predict("splendid").Label);
        Assert.Equal("negative", result.Classifier.Predict("awful").Label);
        Assert.Equal("positive", result.Classifier.Predict("a superb film").Label);
        Assert.Equal(weights, Weights.Of(before));
        Assert.Equal(before.Vocabulary.UnknownId is not null, result.Classifier.Vocabulary.UnknownId == result.Classifier.Vocabulary.Count - 1);
        Assert.True(result.Classifier.Vocabulary.TryGetId("splendid", out _), way);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void AThirdLabel_ComesIn_AndTheOldOnesKeepTheirOdds(string way, TrainingOptions options)
    {
        TextClassifier before = TrainingCalls.Train(ToyTexts.Separable(40), options).Classifier;
        LabeledText[] mixed = [new("mixed", "so so"), new("mixed", "middling")];

        TextClassifier unstepped = Unstepped(before, mixed, options, out _);
        TextClassifier after = new Trainer(options with { Epochs = 20 }).Continue(before, [.. mixed, .. ToyTexts.Separable(40)], null, Token).Classifier;

        Assert.Equal(["mixed", "negative", "positive"], unstepped.Labels);
        foreach (string text in ToyTexts.Separable(10).Select(text => text.Text))
        {
            double[] old = [.. before.Score(text).Select(one => one.Probability)];
            double[] now = [.. unstepped.Score(text).Select(one => one.Probability)];
            Assert.Equal(Math.Log(old[1] / old[0]), Math.Log(now[2] / now[1]), 1e-4);
            Assert.NotEqual(now[2], now[0], 1e-3); // the new one begins as neither of them
            Assert.NotEqual(now[1], now[0], 1e-3);
        }

        Assert.Equal(["mixed", "positive"], ((string[])["middling", "superb"]).Select(text => after.Predict(text).Label));
        Assert.True(after.Vocabulary.TryGetId("middling", out _), way);
    }

    [Fact]
    public void OnlyWordsThatTheOptionsTake_ComeIn()
    {
        TextClassifier before = TrainingCalls.Train(ToyTexts.Separable(40), TrainingCalls.Small).Classifier;
        TrainingOptions options = TrainingCalls.Small with { Vocabulary = new VocabularyOptions { MinimumCount = 2, UnknownWords = UnknownWords.OneId } };

        Vocabulary after = new Trainer(options).Continue(before, [new("positive", "often often seldom film")], null, Token).Classifier.Vocabulary;

        Assert.Equal([.. before.Vocabulary.Words, "often"], after.Words);
        Assert.Null(after.UnknownId);
    }

    [Fact]
    public void ANewWordWithAGivenVector_BeginsWithIt()
    {
        TrainingOptions options = WithEmbedding(new EmbeddingOptions { Kind = EmbeddingKind.TwoChannel, Vectors = _vectors }) with
        {
            Networks = 2, Vocabulary = new VocabularyOptions { UnknownWords = UnknownWords.OneId },
        };
        TextClassifier before = TrainingCalls.Train(ToyTexts.Separable(40), options).Classifier;
        Assert.False(before.Vocabulary.TryGetId("splendid", out _));

        TextClassifier begun = Unstepped(before, _new, options, out WordVectorCoverage? coverage);

        Assert.True(begun.Vocabulary.TryGetId("splendid", out int id));
        double[] vector = [.. begun.ToConvNet().Embedding!.Forward(TextInput.FromWordIds(id)).WordVectors];
        Assert.Equal([1, 2, 0.1f, 1, 2, 0.1f, 1, 2, 0.1f], vector.Select(entry => (float)entry));
        Assert.Equal(2, coverage!.Value.CoveredWordCount);
    }

    [Fact]
    public void AMultiLabelClassifier_StaysOne_WithOneLabelATextToo()
    {
        TextClassifier before = TrainingCalls.Train(TagTexts.Make(16), TrainingCalls.Small).Classifier;

        TextClassifier after = new Trainer(TrainingCalls.Small with { Epochs = 30 }).Continue(
            before, [.. TagTexts.Make(16), new("olive", "an olive thing"), new("olive", "the olive thing")], null, Token).Classifier;

        Assert.Equal(["blue", "green", "olive", "red"], after.Labels);
        Assert.Equal(OutputKind.MultiLabel, after.ToConvNet().Output.Kind);
        Assert.Equal(["blue", "red"], after.Score("a blue and red thing").Above().Select(one => one.Label).Order(StringComparer.Ordinal));
        Assert.Equal(["olive"], after.Score("the olive thing").Above().Select(one => one.Label));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void TheNumberOfThreads_ChangesNoBit(string way, TrainingOptions options)
    {
        TextClassifier before = TrainingCalls.Train(ToyTexts.Separable(40), options).Classifier;
        TrainingOptions batches = options with { BatchSize = 7, EarlyStopping = new EarlyStopping { HeldOutFraction = 0.3 } };
        double[] alone = Weights.Of(new Trainer(batches).Continue(before, _new, null, Token).Classifier);

        Assert.True(alone.SequenceEqual(Weights.Of(new Trainer(batches with { Threads = 3 }).Continue(before, _new, null, Token).Classifier)), way);
        Assert.False(alone.SequenceEqual(Weights.Of(new Trainer(batches with { Seed = 2 }).Continue(before, _new, null, Token).Classifier)), way);
    }

    [Fact]
    public void FormTokenizerAndNetworks_AreTheClassifiersOwn()
    {
        TextClassifier before = TrainingCalls.Train(ToyTexts.Separable(40), TrainingCalls.Small with { Tokenizer = new WhitespaceTokenizer() }).Classifier;
        TrainingOptions others = TrainingCalls.Small with { Networks = 2, Network = new ConvNetOptions { Filters = [new(5)], Biases = false }, LabelsPerText = LabelsPerText.Several };

        TrainingResult result = new Trainer(others).Continue(before, ToyTexts.Separable(10), null, Token);

        TextClassifier after = result.Classifier;
        Assert.True(result.Options.Network.Biases);
        Assert.Same(before.Tokenizer, after.Tokenizer);
        Assert.Equal(before.ToConvNet().Parameters.Select(parameter => parameter.ToString()), after.ToConvNet().Parameters.Select(parameter => parameter.ToString()));
    }

    [Fact]
    public void Cancelling_GivesTheEpochsSoFar()
    {
        TextClassifier before = TrainingCalls.Train(ToyTexts.Separable(40), TrainingCalls.Small).Classifier;
        using var source = new CancellationTokenSource();
        var progress = new ReportedProgress<TrainingProgress>(at =>
        {
            if (at.Epoch == 2 && at.DoneTextCount == at.TextCount) source.Cancel();
        });

        TrainingResult cancelled = new Trainer(TrainingCalls.Small).Continue(before, _new, progress, source.Token);

        TrainingResult two = new Trainer(TrainingCalls.Small with { Epochs = 2 }).Continue(before, _new, null, Token);
        Assert.Equal((StopReason.Cancelled, 2), (cancelled.StopReason, cancelled.BestEpoch));
        Assert.Equal(Weights.Of(two.Classifier), Weights.Of(cancelled.Classifier));
    }

    [Fact]
    public void Cancelled_BeforeAnEpochHasFinished_Throws()
    {
        TextClassifier before = TrainingCalls.Train(ToyTexts.Separable(40), TrainingCalls.Small).Classifier;
        Assert.Throws<OperationCanceledException>(() => new Trainer(TrainingCalls.Small).Continue(before, _new, null, new CancellationToken(canceled: true)));
    }

    /// <summary>What a training that goes on begins with, before its first step.</summary>
    private static TextClassifier Unstepped(TextClassifier before, LabeledText[] texts, TrainingOptions options, out WordVectorCoverage? coverage)
    {
        ContinuedStart start = ContinuedStart.Of(options, TrainingLabels.Added(before.Model.Labels, texts), before.Model, texts);
        coverage = start.Coverage;
        return new TextClassifier(start.ToModel(start.GivenNetwork!));
    }

    [Fact]
    public void ACheckpoint_GoesOn_ButNotFromAnotherStart()
    {
        using var file = new TemporaryFile("training.checkpoint");
        TextClassifier before = TrainingCalls.Train(ToyTexts.Separable(40), TrainingCalls.Small).Classifier;
        TextClassifier other = TrainingCalls.Train(ToyTexts.Separable(40), TrainingCalls.Small with { Seed = 2 }).Classifier;
        TrainingOptions kept = TrainingCalls.Small with { Checkpoint = file.Path };
        using var source = new CancellationTokenSource();
        var progress = new ReportedProgress<TrainingProgress>(at =>
        {
            if (at.Epoch == 3 && at.DoneTextCount == at.TextCount) source.Cancel();
        });
        new Trainer(kept).Continue(before, _new, progress, source.Token);

        var refused = Assert.Throws<InvalidDataException>(() => new Trainer(kept).Continue(other, _new, null, Token));
        TrainingResult resumed = new Trainer(kept).Continue(before, _new, null, Token);

        Assert.Matches("with First weights: [0-9a-f]{16}; expected First weights: [0-9a-f]{16};", refused.Message);
        Assert.Equal(5, resumed.Epochs.Length);
        Assert.Equal(Weights.Of(new Trainer(TrainingCalls.Small).Continue(before, _new, null, Token).Classifier), Weights.Of(resumed.Classifier));
    }

    [Fact]
    public void BadInput_IsAnErrorThatSaysWhatCame()
    {
        TextClassifier classifier = TrainingCalls.Train(ToyTexts.Separable(40), TrainingCalls.Small).Classifier;
        TextClassifier embedded = TrainingCalls.Train(ToyTexts.Separable(40), WithEmbedding(new EmbeddingOptions { Kind = EmbeddingKind.Static, Dimension = 6 })).Classifier;
        TrainingOptions vectors = WithEmbedding(new EmbeddingOptions { Kind = EmbeddingKind.Static, Vectors = _vectors });

        Assert.Equal("classifier", Assert.Throws<ArgumentNullException>(() => new Trainer().Continue(null!, _new, null, Token)).ParamName);
        Assert.Equal("texts", Assert.Throws<ArgumentNullException>(() => new Trainer().Continue(classifier, null!, null, Token)).ParamName);
        AssertError("there are no texts to train on", classifier, []);
        AssertError("text 2 of 2 has 2 labels ('negative', 'positive'); one was expected, as in the classifier", classifier, [_new[0], new(["positive", "negative"], "both")]);
        AssertError("text 1 of 1 has no label; one was expected, as in the classifier", classifier, [new([], "none")]);
        AssertError("ClassWeights has the label 'other', which no text has; the texts have 'negative', 'positive'", classifier, _new, TrainingCalls.Small with { ClassWeights = new Dictionary<string, double> { ["other"] = 2 } });
        AssertError("the given vectors have 3 numbers; the classifier's have 6 static and 0 trained ones", embedded, _new, vectors);
    }

    private static void AssertError(string message, TextClassifier classifier, LabeledText[] texts, TrainingOptions? options = null)
    {
        var error = Assert.Throws<ArgumentException>(() => new Trainer(options).Continue(classifier, texts, null, Token));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    private static TrainingOptions WithEmbedding(EmbeddingOptions embedding) => _small with
    {
        Epochs = 15,
        Network = new ConvNetOptions { Filters = [new(1, 4)], Embedding = embedding with { Filters = [new(1, 5), new(2, 5)] } },
    };
}
