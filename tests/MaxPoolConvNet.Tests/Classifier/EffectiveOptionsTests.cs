using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class EffectiveOptionsTests
{
    private static readonly TrainingOptions _open = TrainingCalls.Small with { Epochs = null, BatchSize = null };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void WhatIsLeftOpen_IsToldAsItWasChosen()
    {
        TrainingResult result = new Trainer(_open).Train(ToyTexts.Separable(40), cancellationToken: Token);

        Assert.Equal(result.Epochs.Length, result.Options.Epochs);
        Assert.Equal((20, 1, LabelsPerText.One), (result.Options.Epochs, result.Options.BatchSize, result.Options.LabelsPerText));
        Assert.Equal(LabelsPerText.Several, new Trainer(_open).Train(TagTexts.Make(40), cancellationToken: Token).Options.LabelsPerText);
    }

    [Fact]
    public void WithManyLabels_ABatchHasSeveralTextsAtAHigherRate()
    {
        LabeledText[] texts = [.. Enumerable.Range(0, 1_000).Select(t => new LabeledText($"label {t % 500}", $"word{t % 500} word{t % 7}"))];
        TrainingOptions options = _open with { Epochs = 1, Optimizer = new AdaGrad { LearningRate = 0.03 } };

        TrainingOptions many = new Trainer(options).Train(texts, cancellationToken: Token).Options;
        TrainingOptions few = new Trainer(options).Train(texts.Where(text => text.Labels[0] != "label 3"), cancellationToken: Token).Options;

        Assert.Equal((16, 0.24), (many.BatchSize, many.Optimizer.LearningRate));
        Assert.Equal((1, 0.03), (few.BatchSize, few.Optimizer.LearningRate));
    }

    [Theory]
    [InlineData(EmbeddingKind.Static, 2, 1)]
    [InlineData(EmbeddingKind.Static, 500, 10)]
    [InlineData(EmbeddingKind.Trained, 2, 10)]
    [InlineData(EmbeddingKind.TwoChannel, 2, 10)]
    public void WithAnEmbedding_TheBatchDependsOnWhatIsTrained(EmbeddingKind kind, int labels, int expected)
    {
        TrainingOptions options = _open with { Network = new ConvNetOptions { Embedding = new EmbeddingOptions { Kind = kind } } };

        Assert.Equal(expected, options.Resolve(20_000, labels).BatchSize);
        Assert.Equal(10, (options with { MaxGradientNorm = 1 }).Resolve(20_000, labels).BatchSize);
    }

    /// <summary>Vectors know words from the start: fewer steps over the texts are enough.</summary>
    [Theory]
    [InlineData(1_000, 20, 9)]
    [InlineData(25_000, 10, 6)]
    [InlineData(1_000_000, 3, 3)]
    public void WithGivenVectors_EpochsAreFewer(int texts, int without, int with)
    {
        var vectors = WordVectorFile.ReadFrom(new MemoryStream(WordVectorBytes.Text([("a", [1, 2])], header: true)), "vectors.txt");
        TrainingOptions given = _open with { Network = new ConvNetOptions { Embedding = new EmbeddingOptions { Kind = EmbeddingKind.Static, Vectors = vectors } } };

        Assert.Equal((without, with), (_open.Resolve(texts).Epochs, given.Resolve(texts).Epochs));
    }

    [Fact]
    public void WithManyLabels_WhatIsGivenStays()
    {
        var rate = new AdaGrad { LearningRate = 0.03 };
        foreach (TrainingOptions options in (TrainingOptions[])
        [
            _open with { Optimizer = rate, BatchSize = 2 },
            _open with { Optimizer = new Sgd { LearningRate = 0.03 } },
            _open with { Optimizer = rate, Network = new ConvNetOptions { Embedding = new EmbeddingOptions() } },
        ])
        {
            TrainingOptions resolved = options.Resolve(20_000, 5_000);
            Assert.Equal((options.BatchSize ?? (options.Network.Embedding is null ? 1 : 10), 0.03), (resolved.BatchSize, resolved.Optimizer.LearningRate));
            Assert.Equal(0.03, options.Optimizer.LearningRate);
        }

        Assert.Equal((12, 16), ((_open with { BatchSize = 1 }).Resolve(20_000, 5_000).Epochs, _open.Resolve(20_000, 5_000).Epochs));
        TrainingOptions once = (_open with { Optimizer = rate }).Resolve(20_000, 5_000);
        Assert.Equal(once.ToString(), once.Resolve(20_000, 5_000).ToString());
        Assert.Equal(0.03, rate.LearningRate);
        Assert.Throws<ArgumentOutOfRangeException>("labelCount", () => _open.Resolve(1, 0));
    }

    [Fact]
    public void OfAFurtherTraining_TheClassifiersOwnFormIsTold()
    {
        var wide = new ConvNetOptions { Filters = [new(4, 3)] };
        TextClassifier classifier = TrainingCalls.Train(TagTexts.Make(40), TrainingCalls.Small with { Network = wide, Tokenizer = new WhitespaceTokenizer() }).Classifier;

        TrainingOptions options = new Trainer(_open).Continue(classifier, TagTexts.Make(40), cancellationToken: Token).Options;

        Assert.Equal([new FilterGroup(4, 3)], options.Network.Filters!);
        Assert.IsType<WhitespaceTokenizer>(options.Tokenizer);
        Assert.Equal((1, LabelsPerText.Several), (options.Networks, options.LabelsPerText));
    }

    [Theory]
    [InlineData(499_999, 300)]
    [InlineData(500_000, 192)]
    public void OfVeryManyTexts_ThereAreFewerFilters(int texts, int filters)
    {
        Assert.Equal(filters, new TrainingOptions().Resolve(texts).Network.Features);
        Assert.Equal(7, new TrainingOptions { Network = new ConvNetOptions { Filters = [new(2, 7)] } }.Resolve(texts).Network.Features);
    }

    [Fact]
    public void EachFold_TellsItsOwn()
    {
        CrossValidationReport report = CrossValidation.Run(ToyTexts.Separable(40), 2, _open with { BatchSize = 1_000 }, cancellationToken: Token);

        Assert.All(report.Folds, fold => Assert.Equal((20, 20, LabelsPerText.One), (fold.Options.Epochs, fold.Options.BatchSize, fold.Options.LabelsPerText)));
    }
}
