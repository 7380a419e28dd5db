namespace MaxPoolConvNet;

/// <content>The error that one accepts.</content>
public sealed partial class TextClassifier
{
    /// <summary>
    /// The error rates that the classifier can promise for accepted predictions; <see langword="null"/> if it was trained without
    /// <see cref="Training.TrainingOptions.Acceptance"/>, created from a network, or loaded from a file of an earlier version.
    /// </summary>
    /// <remarks>
    /// Saved with the classifier, and kept by <see cref="Compile"/> and <see cref="Compact"/>. The thresholds belong to the probabilities
    /// that the classifier was trained with. Tables in 16 or 8 bits and the default rounding of weights hardly change these; a maximum size
    /// that costs accuracy does. In both cases <see cref="Evaluate"/> shows for held-out texts how well the promises are kept. Continued
    /// training changes the probabilities: its result has the table of its own training, or none.
    /// </remarks>
    public AcceptanceTable? Acceptance { get; }

    /// <summary>
    /// Returns the threshold from which predictions are accepted, so that at most a given fraction of the accepted ones is wrong, with 95 %
    /// confidence, for texts like the training texts.
    /// </summary>
    /// <remarks>See <see cref="ErrorThreshold"/> for what exactly is promised. Get the threshold once and use it for all texts.</remarks>
    /// <param name="maximumErrorRate">The largest fraction of the accepted predictions that may be wrong. One of
    /// <see cref="AcceptanceTable.Rates"/>: 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.15 or 0.2.</param>
    /// <returns>
    /// The threshold; <see langword="null"/> if no threshold can promise the rate, because the classifier is wrong too often even where it
    /// is sure, or because it was trained on too few texts (59 at least for 5 %, 598 for 0.5 %).
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maximumErrorRate"/> isn't one of the rates.</exception>
    /// <exception cref="InvalidOperationException">The classifier has no <see cref="Acceptance"/> table.</exception>
    public ErrorThreshold? AcceptAt(double maximumErrorRate)
    {
        double rate = AcceptanceTable.Rate(maximumErrorRate);
        return Acceptance is { } table
            ? table.At(rate)
            : throw new InvalidOperationException(
                "the classifier has no acceptance table: it was trained without one, or its file is of an earlier version; "
                + "train it with TrainingOptions.Acceptance (maxpool train --acceptance)");
    }
}
