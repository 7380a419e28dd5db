namespace MaxPoolConvNet.Training;

/// <summary>What an epoch came to.</summary>
/// <param name="Epoch">From 1 on.</param>
/// <param name="Loss">The mean of −L over the training texts, in nats and without class weights, as they were met: with dropout, before their own step; of several networks the mean.</param>
/// <param name="Accuracy">The part of them that was recognized (of texts with several labels: all their labels and no others), from 0 to 1, in the same way.</param>
/// <param name="HeldOutLoss">The mean of −L over the held-out texts after the epoch, without dropout, by the averaged network; null if none are held out.</param>
/// <param name="HeldOutAccuracy">The part of the held-out texts that is recognized; null if none are held out.</param>
public sealed record EpochReport(int Epoch, double Loss, double Accuracy, double? HeldOutLoss, double? HeldOutAccuracy);
