using System.Collections.Immutable;

namespace MaxPoolConvNet.Extensions.Hosting;

/// <summary>A text classifier that a host loads at startup and may replace while it runs. Thread-safe.</summary>
/// <remarks>
/// Get it from dependency injection after <c>services.AddTextClassifier(…)</c>; with a key, as
/// <c>[FromKeyedServices("tickets")] ITextClassifierService tickets</c>.
/// </remarks>
public interface ITextClassifierService
{
    /// <summary>
    /// The classifier in use. Take it once per request: whatever is loaded meanwhile, the snapshot stays the same.
    /// </summary>
    /// <remarks>Loads the file if the host hasn't done so, because it hasn't started or there is none.</remarks>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    /// <exception cref="InvalidDataException">The file isn't a valid model file, or its model doesn't suit the options.</exception>
    TextClassifierSnapshot Current { get; }

    /// <summary>The classifier in use and the last failure, of one moment. Loads nothing.</summary>
    TextClassifierStatus Status { get; }

    /// <summary>Predicts the most probable label of a text with <see cref="Current"/>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The prediction. See <see cref="TextClassifierSnapshot.Predict"/>.</returns>
    Prediction Predict(string text) => Current.Predict(text);

    /// <summary>Computes the probability of every label for a text with <see cref="Current"/>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The scores. See <see cref="TextClassifierSnapshot.Score"/>.</returns>
    LabelScores Score(string text) => Current.Score(text);

    /// <summary>Predicts the most probable label of each text in a list with <see cref="Current"/>: one model for all.</summary>
    /// <param name="texts">The texts. None may be <see langword="null"/>.</param>
    /// <param name="threads">The maximum number of threads. At least 1. The default is <see langword="null"/>: all processors.</param>
    /// <param name="cancellationToken">Cancels the operation; finished predictions are discarded.</param>
    /// <returns>The predictions. See <see cref="TextClassifierSnapshot.PredictAll"/>.</returns>
    ImmutableArray<Prediction> PredictAll(
        IReadOnlyList<string> texts, int? threads = null, CancellationToken cancellationToken = default) =>
        Current.PredictAll(texts, threads, cancellationToken);
}
