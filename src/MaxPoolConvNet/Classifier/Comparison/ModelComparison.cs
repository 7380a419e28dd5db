using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Compares two classifiers on the same texts, such as a new one with the one that it is to replace.</summary>
public static class ModelComparison
{
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

        return new ComparisonRun(first, second, all, options, cancellationToken).Report();
    }
}
