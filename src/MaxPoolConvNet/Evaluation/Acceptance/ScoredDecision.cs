namespace MaxPoolConvNet.Evaluation;

/// <summary>An answer of a classifier to a text that it wasn't trained on.</summary>
/// <param name="Probability">The probability of the answer, from 0 to 1: that of the predicted label, or that a label applies.</param>
/// <param name="IsRight">Whether the answer is right.</param>
internal readonly record struct ScoredDecision(double Probability, bool IsRight);
