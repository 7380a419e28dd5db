namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>The score of a trial on the validation texts.</summary>
/// <param name="Accuracy">The fraction classified correctly.</param>
/// <param name="Loss">
/// The <see cref="CalibratedLoss"/>, by which trials are ranked: on few texts it is more precise than the accuracy.
/// </param>
internal readonly record struct TrialScore(double Accuracy, double Loss);
