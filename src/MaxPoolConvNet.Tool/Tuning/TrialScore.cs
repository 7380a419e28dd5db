namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>How well a trial's classifier recognized the texts to choose on.</summary>
/// <param name="Accuracy">The part that it recognized.</param>
/// <param name="Loss">
/// Their <see cref="CalibratedLoss"/>: what trials are ranked by, since it tells more apart than the accuracy of so few texts.
/// </param>
internal readonly record struct TrialScore(double Accuracy, double Loss);
