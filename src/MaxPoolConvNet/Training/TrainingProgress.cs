namespace MaxPoolConvNet.Training;

/// <summary>How far a training is. Reported about ten times a second, and at the end of every epoch.</summary>
/// <param name="Epoch">The epoch under way, from 1 on.</param>
/// <param name="Epochs">All epochs.</param>
/// <param name="Texts">Texts of this epoch that are done.</param>
/// <param name="TextsPerEpoch">Texts of an epoch.</param>
/// <param name="Loss">The mean of −L over the texts of this epoch so far, in nats and without class weights.</param>
/// <param name="Accuracy">The part of them that was recognized, from 0 to 1.</param>
/// <param name="HeldOutAccuracy">The held-out accuracy after the last whole epoch; null if there is none.</param>
/// <param name="WordsPerSecond">Known words trained on, in all epochs so far, per second.</param>
/// <param name="Elapsed">Time since training began.</param>
/// <param name="Remaining">Time that the remaining texts will take at this speed.</param>
public sealed record TrainingProgress(
    int Epoch,
    int Epochs,
    int Texts,
    int TextsPerEpoch,
    double Loss,
    double Accuracy,
    double? HeldOutAccuracy,
    double WordsPerSecond,
    TimeSpan Elapsed,
    TimeSpan Remaining);
