using System.Collections.Immutable;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Evaluation;

/// <summary>What two classifiers predict for the same texts, and how far the differences of their figures may be chance.</summary>
internal sealed class ComparisonRun
{
    // the figures of the bootstrap; those of the labels follow
    private const int AccuracyFigure = 0;
    private const int LossFigure = 1;
    private const int MacroF1Figure = 2;
    private const int FirstLabelFigure = 3;

    private readonly (TextClassifier First, TextClassifier Second) _classifiers;
    private readonly LabeledText[] _texts;
    private readonly ModelComparisonOptions _options;
    private readonly ComparedLabels _labels;
    private readonly int[] _shown;
    private readonly (ComparedOutcomes First, ComparedOutcomes Second) _outcomes;
    private readonly (ComparisonSums First, ComparisonSums Second) _sums;
    private readonly PairedBootstrap _bootstrap;

    /// <exception cref="ArgumentException">A text doesn't have exactly one label although the classifiers aren't multi-label.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public ComparisonRun(
        TextClassifier first,
        TextClassifier second,
        LabeledText[] texts,
        ModelComparisonOptions options,
        CancellationToken cancellationToken)
    {
        _classifiers = (first, second);
        _texts = texts;
        _options = options;
        _labels = new ComparedLabels(first.Labels, second.Labels, texts);
        int[][] truths = _labels.Truths(texts, first.IsMultiLabel);
        _shown = [.. truths.SelectMany(one => one).Distinct().Order()];
        _outcomes = (
            _labels.Run(first, texts, options.Threads, cancellationToken), _labels.Run(second, texts, options.Threads, cancellationToken));
        bool[] hasLoss =
            [.. _outcomes.First.Losses.Zip(_outcomes.Second.Losses, (one, other) => !double.IsNaN(one) && !double.IsNaN(other))];
        _bootstrap = new PairedBootstrap(
            () => (Sums(_outcomes.First), Sums(_outcomes.Second)),
            [sums => sums.Accuracy, sums => sums.Loss, sums => sums.MacroF1, .. _shown.Select(F1Of)],
            texts.Length,
            options.Level,
            options.Threads ?? Environment.ProcessorCount,
            cancellationToken);
        _sums = (Total(_outcomes.First), Total(_outcomes.Second));

        ComparisonSums Sums(ComparedOutcomes outcomes) => new(truths, outcomes, hasLoss, _labels.All.Length);

        ComparisonSums Total(ComparedOutcomes outcomes)
        {
            ComparisonSums sums = Sums(outcomes);
            for (int text = 0; text < texts.Length; text++)
                sums.Add(text, 1);
            return sums;
        }
    }

    private IEnumerable<int> AllTexts => Enumerable.Range(0, _texts.Length);

    public ComparisonReport Report()
    {
        int onlyFirst = AllTexts.Count(text => _sums.First.IsCorrect(text) && !_sums.Second.IsCorrect(text));
        int onlySecond = AllTexts.Count(text => _sums.Second.IsCorrect(text) && !_sums.First.IsCorrect(text));
        double p = McNemarTest.PValue(onlyFirst, onlySecond);
        (TextClassifier first, TextClassifier second) = _classifiers;
        return new ComparisonReport(_options)
        {
            TextCount = _texts.Length,
            Accuracy = Figure(AccuracyFigure, sums => sums.Accuracy),
            Loss = Figure(LossFigure, sums => sums.Loss),
            MacroF1 = Figure(MacroF1Figure, sums => sums.MacroF1),
            OnlyFirstCorrectCount = onlyFirst,
            OnlySecondCorrectCount = onlySecond,
            BothCorrectCount = AllTexts.Count(_sums.First.IsCorrect) - onlyFirst,
            PValue = p,
            IsSignificantlyWorse = p <= _options.Level && _bootstrap.Quantile(AccuracyFigure, 1 - _options.Level) < -_options.Margin,
            Labels =
            [
                .. _shown.Select((label, at) => new ComparedLabel(
                    _labels.All[label], _sums.First.Support(label), Figure(FirstLabelFigure + at, F1Of(label)))),
            ],
            ChangedTexts = ChangedTexts(),
            TextsOfFirstCount = Remembered(first),
            TextsOfSecondCount = Remembered(second),
            LabelsOnlyInFirst = [.. first.Labels.Except(second.Labels, StringComparer.Ordinal)],
            LabelsOnlyInSecond = [.. second.Labels.Except(first.Labels, StringComparer.Ordinal)],
        };
    }

    private static Func<ComparisonSums, double> F1Of(int label) => sums => sums.F1(label);

    private ImmutableArray<ChangedText> ChangedTexts() =>
    [
        .. AllTexts
            .Where(text => !_outcomes.First.Labels[text].AsSpan().SequenceEqual(_outcomes.Second.Labels[text]))
            .Select(text => new ChangedText(
                text,
                _labels.NamesOf(_outcomes.First.Labels[text]),
                _labels.NamesOf(_outcomes.Second.Labels[text]),
                _sums.First.IsCorrect(text),
                _sums.Second.IsCorrect(text)))
            .OrderByDescending(text => text.FirstIsCorrect)
            .ThenByDescending(text => text.SecondIsCorrect),
    ];

    private int? Remembered(TextClassifier classifier) =>
        classifier.RemembersTexts ? _texts.Count(text => classifier.WasTrainedOn(text.Text) == true) : null;

    private ComparedFigure Figure(int number, Func<ComparisonSums, double> figure)
    {
        (double lower, double upper) = _bootstrap.Interval(number);
        return new ComparedFigure(figure(_sums.First), figure(_sums.Second), lower, upper);
    }
}
