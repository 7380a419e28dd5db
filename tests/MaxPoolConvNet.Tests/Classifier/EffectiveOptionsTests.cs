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
    public void OfAFurtherTraining_TheClassifiersOwnFormIsTold()
    {
        var wide = new ConvNetOptions { Filters = [new(4, 3)] };
        TextClassifier classifier = TrainingCalls.Train(TagTexts.Make(40), TrainingCalls.Small with { Network = wide, Tokenizer = new WhitespaceTokenizer() }).Classifier;

        TrainingOptions options = new Trainer(_open).Continue(classifier, TagTexts.Make(40), cancellationToken: Token).Options;

        Assert.Equal([new FilterGroup(4, 3)], options.Network.Filters!);
        Assert.IsType<WhitespaceTokenizer>(options.Tokenizer);
        Assert.Equal((1, LabelsPerText.Several), (options.Networks, options.LabelsPerText));
    }

    [Fact]
    public void EachFold_TellsItsOwn()
    {
        CrossValidationReport report = CrossValidation.Run(ToyTexts.Separable(40), 2, _open with { BatchSize = 1_000 }, cancellationToken: Token);

        Assert.All(report.Folds, fold => Assert.Equal((20, 20, LabelsPerText.One), (fold.Options.Epochs, fold.Options.BatchSize, fold.Options.LabelsPerText)));
    }
}
