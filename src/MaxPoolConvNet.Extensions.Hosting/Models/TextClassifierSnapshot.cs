using System.Collections.Immutable;

namespace MaxPoolConvNet.Extensions.Hosting;

/// <summary>
/// One loaded classifier. A request that takes one snapshot gets all its answers from the same model, whatever is loaded meanwhile.
/// Immutable and thread-safe.
/// </summary>
public sealed class TextClassifierSnapshot
{
    private readonly PredictionMetrics _metrics;

    internal TextClassifierSnapshot(
        TextClassifier classifier, ErrorThreshold? threshold, DateTimeOffset loadedAt, PredictionMetrics metrics)
    {
        Classifier = classifier;
        Threshold = threshold;
        LoadedAt = loadedAt;
        _metrics = metrics;
    }

    /// <summary>The classifier, for explanations and everything else. Calls on it aren't counted in the metrics.</summary>
    public TextClassifier Classifier { get; }

    /// <summary>The checksum of the model file, such as "crc32c:0a1b2c3d". See <see cref="TextClassifier.Checksum"/>.</summary>
    public string Checksum => Classifier.Checksum;

    /// <summary>When the classifier was loaded.</summary>
    public DateTimeOffset LoadedAt { get; }

    /// <summary>
    /// The threshold for <see cref="TextClassifierOptions.MaximumErrorRate"/>; <see langword="null"/> if no rate is set.
    /// </summary>
    public ErrorThreshold? Threshold { get; }

    /// <summary>Predicts the most probable label of a text, and counts the prediction in the metrics.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The prediction of <see cref="TextClassifier.Predict(string)"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The text has more than 16,777,216 words.</exception>
    /// <exception cref="ArithmeticException">The weights are finite, but the logit overflows.</exception>
    public Prediction Predict(string text)
    {
        long start = _metrics.Start();
        Prediction prediction = Classifier.Predict(text);
        _metrics.Stop(start);
        Count(prediction);
        return prediction;
    }

    /// <summary>Computes the probability of every label for a text, and counts the most probable one in the metrics.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The scores of <see cref="TextClassifier.Score(string)"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The text has more than 16,777,216 words.</exception>
    /// <exception cref="ArithmeticException">The weights are finite, but the logit overflows.</exception>
    public LabelScores Score(string text)
    {
        long start = _metrics.Start();
        LabelScores scores = Classifier.Score(text);
        _metrics.Stop(start);
        LabelProbability best = scores.Best;
        _metrics.Count(best.Label, scores.HasKnownWords, Threshold is { } threshold && !threshold.Accepts(best));
        return scores;
    }

    /// <summary>Predicts the most probable label of each text in a list, on several threads, and counts the predictions in the
    /// metrics.</summary>
    /// <remarks>The metrics time the list as a whole.</remarks>
    /// <param name="texts">The texts. None may be <see langword="null"/>.</param>
    /// <param name="threads">The maximum number of threads. At least 1. The default is <see langword="null"/>: all processors.</param>
    /// <param name="cancellationToken">Cancels the operation; finished predictions are discarded.</param>
    /// <returns>The predictions of <see cref="TextClassifier.PredictAll"/>, in the order of the texts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text is <see langword="null"/> or has more than 16,777,216 words.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is less than 1.</exception>
    /// <exception cref="ArithmeticException">The weights are finite, but a logit overflows.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public ImmutableArray<Prediction> PredictAll(
        IReadOnlyList<string> texts, int? threads = null, CancellationToken cancellationToken = default)
    {
        long start = _metrics.StartList();
        ImmutableArray<Prediction> predictions = Classifier.PredictAll(texts, threads, cancellationToken);
        _metrics.StopList(start);
        foreach (Prediction prediction in predictions)
            Count(prediction);
        return predictions;
    }

    /// <summary>
    /// Returns whether an app may act on a prediction: the classifier knows a word of the text and, if
    /// <see cref="TextClassifierOptions.MaximumErrorRate"/> is set, the <see cref="Threshold"/> accepts the prediction.
    /// </summary>
    /// <param name="prediction">A prediction of this snapshot.</param>
    public bool Accepts(Prediction prediction) => prediction.HasKnownWords && !IsBelow(prediction);

    private void Count(Prediction prediction) => _metrics.Count(prediction.Label, prediction.HasKnownWords, IsBelow(prediction));

    private bool IsBelow(Prediction prediction) => Threshold is { } threshold && !threshold.Accepts(prediction);
}
