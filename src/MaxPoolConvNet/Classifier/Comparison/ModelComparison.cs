using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Compares two classifiers on the same texts, such as a new one with the one that it is to replace.</summary>
public static class ModelComparison
{
    // the figures of the bootstrap; those of the labels follow
    private const int AccuracyFigure = 0;
    private const int LossFigure = 1;
    private const int MacroF1Figure = 2;
    private const int FirstLabelFigure = 3;

    /// <summary>Compares two classifiers.</summary>
    /// <remarks>
    /// The number of threads doesn't change the report. Each resample of the bootstrap takes time in proportion to the number of texts, a
    /// thousandth of a second for ten thousand texts.
    /// </remarks>
    /// <param name="first">The first classifier, such as the one in service.</param>
    /// <param name="second">The second classifier, such as the one to replace it. Its labels and its tokenizer may be others.</param>
    /// <param name="texts">Labeled texts that neither was trained on.</param>
    /// <param name="options">Level and margin; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The figures of both, with intervals of their differences, and the texts that changed.</returns>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="options"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// There are no texts, one is <see langword="null"/>, one doesn't have exactly one label although the classifiers aren't multi-label,
    /// or only one of the classifiers is multi-label.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public static ComparisonReport Run(
        TextClassifier first,
        TextClassifier second,
        IEnumerable<LabeledText> texts,
        ModelComparisonOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        options = options is null ? new ModelComparisonOptions() : options with { };
        OptionRange.CheckAll(options);
        LabeledText[] all = [.. LabeledTextList.Of(texts, nameof(texts))];
        if (all.Length == 0) throw new ArgumentException("there are no texts to compare the classifiers on", nameof(texts));
        if (first.IsMultiLabel != second.IsMultiLabel)
        {
            string multiLabel = first.IsMultiLabel ? "first" : "second";
            throw new ArgumentException(
                $"only the {multiLabel} classifier gives a text several labels; the same of both was expected", nameof(second));
        }

        var labels = new ComparedLabels(first.Labels, second.Labels, all);
        int[][] truths = labels.Truths(all, first.IsMultiLabel);
        ComparedOutcomes firstOutcomes = labels.Run(first, all, options.Threads, cancellationToken);
        ComparedOutcomes secondOutcomes = labels.Run(second, all, options.Threads, cancellationToken);
        bool[] hasLoss =
            [.. firstOutcomes.Losses.Zip(secondOutcomes.Losses, (one, other) => !double.IsNaN(one) && !double.IsNaN(other))];
        int[] shown = [.. truths.SelectMany(one => one).Distinct().Order()];
        var bootstrap = new PairedBootstrap(
            () => (Sums(firstOutcomes), Sums(secondOutcomes)),
            [sums => sums.Accuracy, sums => sums.Loss, sums => sums.MacroF1, .. shown.Select(F1Of)],
            all.Length,
            options.Level,
            options.Threads ?? Environment.ProcessorCount,
            cancellationToken);

        ComparisonSums firstSums = Total(Sums(firstOutcomes));
        ComparisonSums secondSums = Total(Sums(secondOutcomes));
        bool[] firstIsCorrect = [.. Enumerable.Range(0, all.Length).Select(firstSums.IsCorrect)];
        bool[] secondIsCorrect = [.. Enumerable.Range(0, all.Length).Select(secondSums.IsCorrect)];
        int onlyFirst = Enumerable.Range(0, all.Length).Count(text => firstIsCorrect[text] && !secondIsCorrect[text]);
        int onlySecond = Enumerable.Range(0, all.Length).Count(text => secondIsCorrect[text] && !firstIsCorrect[text]);
        double p = McNemarTest.PValue(onlyFirst, onlySecond);
        return new ComparisonReport(options)
        {
            TextCount = all.Length,
            Accuracy = Figure(AccuracyFigure, sums => sums.Accuracy),
            Loss = Figure(LossFigure, sums => sums.Loss),
            MacroF1 = Figure(MacroF1Figure, sums => sums.MacroF1),
            OnlyFirstCorrectCount = onlyFirst,
            OnlySecondCorrectCount = onlySecond,
            BothCorrectCount = firstIsCorrect.Count(one => one) - onlyFirst,
            PValue = p,
            IsSignificantlyWorse = p <= options.Level && bootstrap.Quantile(AccuracyFigure, 1 - options.Level) < -options.Margin,
            Labels =
            [
                .. shown.Select((label, at) => new ComparedLabel(
                    labels.All[label], firstSums.Support(label), Figure(FirstLabelFigure + at, F1Of(label)))),
            ],
            ChangedTexts =
            [
                .. Enumerable.Range(0, all.Length)
                    .Where(text => !firstOutcomes.Labels[text].AsSpan().SequenceEqual(secondOutcomes.Labels[text]))
                    .OrderByDescending(text => firstIsCorrect[text])
                    .ThenByDescending(text => secondIsCorrect[text])
                    .Select(text => new ChangedText(
                        text,
                        labels.NamesOf(firstOutcomes.Labels[text]),
                        labels.NamesOf(secondOutcomes.Labels[text]),
                        firstIsCorrect[text],
                        secondIsCorrect[text])),
            ],
            TextsOfFirstCount = Remembered(first),
            TextsOfSecondCount = Remembered(second),
            LabelsOnlyInFirst = [.. first.Labels.Except(second.Labels, StringComparer.Ordinal)],
            LabelsOnlyInSecond = [.. second.Labels.Except(first.Labels, StringComparer.Ordinal)],
        };

        static Func<ComparisonSums, double> F1Of(int label) => sums => sums.F1(label);

        ComparisonSums Sums(ComparedOutcomes outcomes) => new(truths, outcomes, hasLoss, labels.All.Length);

        ComparisonSums Total(ComparisonSums sums)
        {
            for (int text = 0; text < all.Length; text++)
                sums.Add(text, 1);
            return sums;
        }

        int? Remembered(TextClassifier classifier) =>
            classifier.RemembersTexts ? all.Count(text => classifier.WasTrainedOn(text.Text) == true) : null;

        ComparedFigure Figure(int number, Func<ComparisonSums, double> figure)
        {
            (double lower, double upper) = bootstrap.Interval(number);
            return new ComparedFigure(figure(firstSums), figure(secondSums), lower, upper);
        }
    }
}
