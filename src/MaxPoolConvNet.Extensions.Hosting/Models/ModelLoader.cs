using System.Collections.Immutable;

namespace MaxPoolConvNet.Extensions.Hosting;

/// <summary>Loads the model file of one classifier, checks it against the options, and prepares it to serve.</summary>
internal sealed class ModelLoader(string path, TextClassifierOptions options, TimeProvider time, PredictionMetrics metrics)
{
    private const int WordsOfFirstText = 20;

    /// <summary>Loads the file.</summary>
    /// <param name="current">The classifier in use, whose labels the new one must have; null if there is none.</param>
    /// <param name="cancellationToken">Cancels the compilation.</param>
    /// <returns>The new snapshot; the current one if the file is the same.</returns>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    /// <exception cref="InvalidDataException">The file isn't valid, or its model isn't one that may serve.</exception>
    public TextClassifierSnapshot Load(TextClassifierSnapshot? current, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
            throw new UnauthorizedAccessException($"{path} is a folder; a model file was expected. Correct the path");
        TextClassifier classifier = TextClassifier.Load(path, options.LoadOptions);
        if (current is not null && classifier.Checksum == current.Checksum) return current;
        if (current is not null && !options.AllowMissingLabels) CheckLabels(classifier, current.Classifier);
        ErrorThreshold? threshold = options.MaximumErrorRate is { } rate ? Threshold(classifier, rate) : null;
        if (options.WarmUp) classifier = WarmUp(classifier, cancellationToken);
        return new TextClassifierSnapshot(classifier, threshold, time.GetUtcNow(), metrics);
    }

    private void CheckLabels(TextClassifier classifier, TextClassifier current)
    {
        ImmutableArray<string> missing = [.. current.Labels.Except(classifier.Labels, StringComparer.Ordinal)];
        if (missing.IsEmpty) return;
        throw new InvalidDataException(
            $"{path}: the new model lacks {Shown(missing)} of the current one; all labels of the current model were expected. "
            + $"If callers don't need {(missing.Length == 1 ? "it" : "them")}, set {nameof(options.AllowMissingLabels)}");
    }

    private static string Shown(ImmutableArray<string> labels)
    {
        const int Most = 5;
        string shown = string.Join(", ", labels.Take(Most).Select(label => $"\"{label}\""));
        if (labels.Length > Most) shown += $" and {labels.Length - Most} more";
        return labels.Length == 1 ? $"the label {shown}" : $"the labels {shown}";
    }

    private ErrorThreshold Threshold(TextClassifier classifier, double rate)
    {
        ErrorThreshold? threshold;
        try
        {
            threshold = classifier.AcceptAt(rate);
        }
        catch (InvalidOperationException problem)
        {
            throw new InvalidDataException(
                $"{path}: {problem.Message}. Or leave {nameof(options.MaximumErrorRate)} unset", problem);
        }

        return threshold ?? throw new InvalidDataException(FormattableString.Invariant(
            $"{path}: the model can't promise that at most {100 * rate:0.#} % of the accepted predictions are wrong; ")
            + $"it can for {Promised(classifier)}. Choose a larger {nameof(options.MaximumErrorRate)}, or train on more texts");
    }

    private static string Promised(TextClassifier classifier) => classifier.Acceptance is { Thresholds.IsEmpty: false } table
        ? string.Join(", ", table.Thresholds.Select(one => FormattableString.Invariant($"{100 * one.MaximumErrorRate:0.#} %")))
        : "no rate";

    /// <summary>Compiles the classifier and predicts a text of its own words, which also compiles the code on the way.</summary>
    private static TextClassifier WarmUp(TextClassifier classifier, CancellationToken cancellationToken)
    {
        TextClassifier compiled = classifier.Compile(cancellationToken: cancellationToken);
        compiled.Predict(string.Join(' ', compiled.Vocabulary.Words.Take(WordsOfFirstText)));
        return compiled;
    }
}
