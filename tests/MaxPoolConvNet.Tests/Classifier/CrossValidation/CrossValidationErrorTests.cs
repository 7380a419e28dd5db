using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class CrossValidationErrorTests
{
    private static readonly LabeledText[] _texts = ToyTexts.Separable(12);

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(-3)]
    public void TooFewFoldsAreAnError(int folds)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => Run(_texts, folds));

        Assert.StartsWith($"the number of folds is {folds}, expected at least 2 (Parameter '", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALabelWithFewerTextsThanFoldsIsNamed()
    {
        CrossValidationReport report = Run([.. _texts.Where(text => text.Label == "positive"), new("rare", "a")], 2);

        Assert.Equal(["rare"], report.RareLabels);
        Assert.Equal([0, 1], report.Folds.Select(fold => fold.Evaluation["rare"].Support).Order());
        Assert.Equal(0, report.Folds.Sum(fold => fold.Evaluation["rare"].Recall)); // the fold that tests it hasn't trained on it
        Assert.Equal(7, report.Confusion!.TextCount);
        Assert.Empty(Run(_texts, 6).RareLabels);
        Assert.Equal(["negative", "positive"], Run(_texts, 7).RareLabels);
    }

    [Fact]
    public void FewerTextsThanFoldsAreAnError() =>
        Assert.StartsWith(
            "there are 12 texts, fewer than the 13 folds",
            Assert.Throws<ArgumentException>(() => Run(_texts, 13)).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void AnErrorWithinAFoldSurfacesAsItself(int threads)
    {
        LabeledText[] empty = [.. _texts.Select(text => text with { Text = "" })];

        ArgumentException error = Assert.Throws<ArgumentException>(() => Run(empty, 3, TrainingCalls.Small with { Threads = threads }));

        Assert.StartsWith("the 8 texts have no word that occurs at least once", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LabelsAreCheckedBeforeAnyFold()
    {
        LabeledText[] oneLabel = [.. _texts.Select(text => text with { Label = "positive" })];

        ArgumentException error = Assert.Throws<ArgumentException>(() => Run(oneLabel, 3));

        Assert.StartsWith("all 12 texts have the label 'positive'; training needs texts with at least two labels", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnErrorOfTheCallersProgressSurfacesAsItself()
    {
        var progress = new ReportedProgress<FoldProgress>(_ => throw new InvalidOperationException("the window is closed"));

        Assert.Equal(
            "the window is closed",
            Assert.Throws<InvalidOperationException>(
                () => CrossValidation.Run(_texts, 3, TrainingCalls.Small with { Threads = 3 }, progress, TestContext.Current.CancellationToken)).Message);
    }

    [Fact]
    public void OptionsAreCheckedBeforeAnyFold() =>
        Assert.StartsWith(
            "Threads is 0; a number from 1 to 1024 was expected",
            Assert.Throws<ArgumentOutOfRangeException>(() => Run(_texts, 3, new TrainingOptions { Threads = 0 })).Message,
            StringComparison.Ordinal);

    [Fact]
    public void AMissingListIsNamed() => Assert.Equal("texts", Assert.Throws<ArgumentNullException>(() => Run(null!, 3)).ParamName);

    private static CrossValidationReport Run(IReadOnlyList<LabeledText> texts, int folds, TrainingOptions? options = null) =>
        CrossValidation.Run(texts, folds, options ?? TrainingCalls.Small, null, TestContext.Current.CancellationToken);
}
