using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests.Classifier.Comparison;

public class ModelComparisonTests
{
    private static readonly TextClassifier _good = SmallClassifier.Trained;
    private static readonly TextClassifier _bad = TextClassifier.Train(ToyTexts.Noise(60), TrainingCalls.Small);
    private static readonly LabeledText[] _texts = ToyTexts.Separable(80, seed: 7);
    private static readonly ComparisonReport _worse = ModelComparison.Run(_good, _bad, _texts, cancellationToken: TestContext.Current.CancellationToken);

    [Fact]
    public void AClassifierAndItself_DoNotDiffer()
    {
        ComparisonReport report = ModelComparison.Run(_bad, _bad, _texts, cancellationToken: TestContext.Current.CancellationToken);

        Assert.All(
            [report.Accuracy, report.Loss, report.MacroF1, .. report.Labels.Select(label => label.F1)],
            figure => Assert.Equal((figure.First, 0.0, 0.0, 0.0), (figure.Second, figure.Difference, figure.Lower, figure.Upper)));
        Assert.Equal((1.0, 0, 0, false), (report.PValue, report.OnlyFirstCorrectCount, report.OnlySecondCorrectCount, report.IsSignificantlyWorse));
        Assert.Empty(report.ChangedTexts);
    }

    [Fact]
    public void Figures_AreThoseOfTheEvaluations()
    {
        EvaluationReport first = _good.Evaluate(_texts, cancellationToken: TestContext.Current.CancellationToken);
        EvaluationReport second = _bad.Evaluate(_texts, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(first.Accuracy, _worse.Accuracy.First);
        Assert.Equal(second.Accuracy, _worse.Accuracy.Second);
        Assert.Equal(first.Loss, _worse.Loss.First, 1e-12);
        Assert.Equal(second.Loss, _worse.Loss.Second, 1e-12);
        Assert.Equal(second.MacroAverage.F1, _worse.MacroF1.Second, 1e-12);
        Assert.All(_worse.Labels, label => Assert.Equal(second[label.Label].F1, label.F1.Second, 1e-12));
        Assert.All(_worse.Labels, label => Assert.Equal(40, label.SupportCount));
    }

    [Fact]
    public void AWorseClassifier_IsSignificantlyWorse_UnlessTheMarginAllowsIt()
    {
        Assert.True(_worse.IsSignificantlyWorse);
        Assert.True(_worse.Accuracy.IsLower);
        Assert.True(_worse.PValue < 1e-6);
        Assert.False(ModelComparison.Run(_good, _bad, _texts, new ModelComparisonOptions { Margin = 0.9 }, TestContext.Current.CancellationToken).IsSignificantlyWorse);
        Assert.False(ModelComparison.Run(_bad, _good, _texts, cancellationToken: TestContext.Current.CancellationToken).IsSignificantlyWorse);
    }

    [Fact]
    public void FewTexts_ShowNoSignificance()
    {
        // of five texts that only the first gets right, McNemar's p is 1/16
        LabeledText[] few = [.. _worse.ChangedTexts.Where(change => change.FirstIsCorrect).Take(5).Select(change => _texts[change.Index])];
        ComparisonReport report = ModelComparison.Run(_good, _bad, few, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((5, 0), (report.OnlyFirstCorrectCount, report.OnlySecondCorrectCount));
        Assert.Equal(0.0625, report.PValue, 1e-12);
        Assert.False(report.IsSignificantlyWorse);
        Assert.True(ModelComparison.Run(_good, _bad, few, new ModelComparisonOptions { Level = 0.1 }, TestContext.Current.CancellationToken).IsSignificantlyWorse);
    }

    [Fact]
    public void ExchangedClassifiers_MirrorTheReport()
    {
        ComparisonReport mirrored = ModelComparison.Run(_bad, _good, _texts, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((-_worse.Accuracy.Upper, -_worse.Accuracy.Lower), (mirrored.Accuracy.Lower, mirrored.Accuracy.Upper));
        Assert.Equal(_worse.PValue, mirrored.PValue);
        Assert.Equal(_worse.OnlyFirstCorrectCount, mirrored.OnlySecondCorrectCount);
        Assert.Equal(_worse.ChangedTexts.Length, mirrored.ChangedTexts.Length);
    }

    [Fact]
    public void Threads_ChangeNothing()
    {
        ComparisonReport one = ModelComparison.Run(_good, _bad, _texts, new ModelComparisonOptions { Threads = 1 }, TestContext.Current.CancellationToken);
        ComparisonReport four = ModelComparison.Run(_good, _bad, _texts, new ModelComparisonOptions { Threads = 4 }, TestContext.Current.CancellationToken);

        Assert.Equal(one.ToString(), four.ToString());
        Assert.Equal((one.Loss.Lower, one.Loss.Upper), (four.Loss.Lower, four.Loss.Upper));
    }

    [Fact]
    public void TheIntervalOfAccuracy_IsNearTheNormalOne()
    {
        double[] differences = [.. Enumerable.Range(0, _texts.Length).Select(text =>
            (_bad.Predict(_texts[text].Text).Label == _texts[text].Label ? 1.0 : 0) - (_good.Predict(_texts[text].Text).Label == _texts[text].Label ? 1.0 : 0))];
        double mean = differences.Average();
        double error = Math.Sqrt(differences.Average(one => (one - mean) * (one - mean)) / differences.Length);

        Assert.Equal(mean, _worse.Accuracy.Difference, 1e-12);
        Assert.InRange(_worse.Accuracy.Lower, mean - (2.4 * error), mean - (1.6 * error));
        Assert.InRange(_worse.Accuracy.Upper, mean + (1.6 * error), mean + (2.4 * error));
    }

    [Fact]
    public void ChangedTexts_BeginWithThoseThatBecameWrong()
    {
        Assert.All(_worse.ChangedTexts, change => Assert.Equal(
            ([_good.Predict(_texts[change.Index].Text).Label], [_bad.Predict(_texts[change.Index].Text).Label]),
            (change.First.ToArray(), change.Second.ToArray()),
            (expected, actual) => expected.Item1.SequenceEqual(actual.Item1) && expected.Item2.SequenceEqual(actual.Item2)));
        Assert.Equal(_worse.OnlyFirstCorrectCount, _worse.ChangedTexts.TakeWhile(change => change.FirstIsCorrect).Count());
        Assert.Equal(_worse.OnlySecondCorrectCount, _worse.ChangedTexts.Count(change => change.SecondIsCorrect));
    }

    [Fact]
    public void LabelsOfOneClassifierAlone_AreNamed_AndHaveNoLoss()
    {
        var more = TextClassifier.Train([.. ToyTexts.Separable(60), new LabeledText("other", "else entirely")], TrainingCalls.Small);
        ComparisonReport report = ModelComparison.Run(
            _good, more, [.. _texts, new LabeledText("other", "else entirely"), new LabeledText("unheard", "nothing")], cancellationToken: TestContext.Current.CancellationToken);

        Assert.Empty(report.LabelsOnlyInFirst);
        Assert.Equal(["other"], report.LabelsOnlyInSecond);
        Assert.Equal(["negative", "other", "positive", "unheard"], report.Labels.Select(label => label.Label));
        Assert.Equal(_good.Evaluate(_texts, cancellationToken: TestContext.Current.CancellationToken).Loss, report.Loss.First, 1e-12);
        ComparisonReport unknown = ModelComparison.Run(_good, more, [new LabeledText("unheard", "nothing")], cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(double.IsNaN(unknown.Loss.First) && double.IsNaN(unknown.Loss.Lower));
        Assert.Equal(0, unknown.Accuracy.Second);
    }

    [Fact]
    public void SeveralLabelsPerText_AreComparedAsSets()
    {
        LabeledText[] texts = [.. ToyTexts.Separable(60).Select((text, t) => new LabeledText(t % 3 == 0 ? [text.Label, "third"] : [text.Label], text.Text))];
        TrainingOptions several = TrainingCalls.Small with { LabelsPerText = LabelsPerText.Several };
        var first = TextClassifier.Train(texts, several with { Epochs = 20 });
        var second = TextClassifier.Train(texts, several with { Epochs = 1 });
        ComparisonReport report = ModelComparison.Run(first, second, texts, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(first.Evaluate(texts, cancellationToken: TestContext.Current.CancellationToken).Accuracy, report.Accuracy.First);
        Assert.Equal(second.Evaluate(texts, cancellationToken: TestContext.Current.CancellationToken).Accuracy, report.Accuracy.Second);
        Assert.Equal(["negative", "positive", "third"], report.Labels.Select(label => label.Label));
        Assert.Contains(
            "only the first classifier gives a text several labels",
            Assert.Throws<ArgumentException>(() => ModelComparison.Run(first, _good, texts)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "text 1 has 2 labels; one was expected", Assert.Throws<ArgumentException>(() => ModelComparison.Run(_good, _bad, texts)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BadInput_IsNamed()
    {
        Assert.Contains("there are no texts", Assert.Throws<ArgumentException>(() => ModelComparison.Run(_good, _bad, [])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => ModelComparison.Run(null!, _bad, _texts));
        Assert.Throws<ArgumentNullException>(() => ModelComparison.Run(_good, null!, _texts));
        Assert.Throws<ArgumentNullException>(() => ModelComparison.Run(_good, _bad, null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => ModelComparison.Run(_good, _bad, _texts, new ModelComparisonOptions { Level = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => ModelComparison.Run(_good, _bad, _texts, new ModelComparisonOptions { Margin = -1 }));
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => ModelComparison.Run(_good, _bad, _texts, cancellationToken: cancelled.Token));
    }

    [Fact]
    public void ToString_IsATableAndAVerdict()
    {
        string[] lines = _worse.ToString().Split(Environment.NewLine);

        Assert.Equal(6, lines.Length);
        Assert.StartsWith("accuracy  1.0000  ", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("80 texts: ", lines[4], StringComparison.Ordinal);
        Assert.Equal("the second is significantly worse (McNemar's exact test: p < 0.0001; level 0.05)", lines[5]);
    }
}
