namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>How far a training is.</summary>
/// <param name="Share">The part of it that is done, from 0 to 1.</param>
/// <param name="TrainingAccuracy">
/// The part of the texts, which it learns from, that it recognized in the last whole epoch; null before there is one.
/// </param>
internal readonly record struct TrialProgress(double Share, double? TrainingAccuracy);
