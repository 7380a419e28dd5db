using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

/// <summary>So many labels that nothing may take a time or memory of their square.</summary>
[Trait("Category", "Slow")]
public class TenThousandLabelsTests
{
    private const int Labels = 10_000;

    private static readonly string[] _labels = [.. Enumerable.Range(0, Labels).Select(label => $"label {label:D5}")];

    /// <summary>100 texts with 100 labels each, which one word tells.</summary>
    private static readonly LabeledText[] _texts =
        [.. Enumerable.Range(0, 100).Select(t => new LabeledText([.. _labels.Skip(100 * t).Take(100)], $"w{t} and more"))];

    private static readonly TextClassifier _several = TextClassifier.Train(_texts, TrainingCalls.Small with { Epochs = 2 });

    private static readonly TextClassifier _one = new(
        ConvNet.Random(2, new ConvNetOptions { Filters = [new(1, 4)], InitialDeviation = 1 }, seed: 1, classes: Labels),
        Vocabulary.FromWords(["x", "y"]),
        new WhitespaceTokenizer(),
        _labels);

    [Fact]
    public void Training_LearnsThem()
    {
        Assert.Equal(_labels, _several.Labels);
        Assert.True(_several.Predict("w7 and more").Probability > 0);
    }

    [Fact]
    public void PredictTop_GivesTheMostProbable()
    {
        foreach ((TextClassifier classifier, string text) in new[] { (_several, "w5 and more"), (_one, "x y") })
        {
            LabelProbability[] sorted = [.. classifier.Score(text).OrderByDescending(one => one.Probability)];

            Assert.Equal(sorted[..10].Select(one => one.Probability), classifier.Score(text).Top(10).Select(one => one.Probability));
            Assert.Equal(Labels, classifier.Score(text).Top(Labels).Length);
            Assert.Equal(sorted[0].Label, classifier.Predict(text).Label);
            Assert.Equal(sorted[0].Label, classifier.Explain(text).Label);
        }
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Evaluate_OfManyTextsAtATime_AddsUpWhatIsPredicted()
    {
        LabeledText[] texts = [.. Enumerable.Range(0, 250).Select(t => new LabeledText(_labels[t % 3], t % 2 == 0 ? "x" : "y x"))];
        EvaluationReport report = _one.Evaluate(texts);

        int correct = texts.Count(text => _one.Predict(text.Text).Label == text.Label);
        double loss = texts.Average(text => -Math.Log(_one.Score(text.Text)[_one.Labels.IndexOf(text.Label)].Probability));
        Assert.Equal((250, correct), (report.TextCount, report.CorrectCount));
        Assert.Equal(loss, report.Loss, 1e-4);
        Assert.Equal(250, report.Confusion!.TextCount);
        Assert.Equal(250, report.Classes.Sum(one => one.Support));
        Assert.InRange(AllocatedBytes.LeastOf(() => _one.Evaluate(texts, threads: 1)), 0, 30_000_000);
        Assert.InRange(report.Confusion!.Entries.Length, 3, 250);
        Assert.InRange(report.ToJson().Length, 0, 2_500_000); // a row for each label would take 100 million numbers
    }
}
