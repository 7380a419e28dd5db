namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>The progress of a training.</summary>
/// <param name="Share">The finished fraction, from 0 to 1.</param>
/// <param name="TrainingAccuracy">
/// The training accuracy of the last full epoch; null in the first epoch.
/// </param>
internal readonly record struct TrialProgress(double Share, double? TrainingAccuracy);
