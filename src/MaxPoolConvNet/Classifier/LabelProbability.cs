namespace MaxPoolConvNet;

/// <summary>A label and its probability.</summary>
/// <param name="Label">The label.</param>
/// <param name="Probability">
/// The probability of the label, from 0 to 1. If each text has one label, the probabilities of all labels sum to 1; if texts may have
/// several, each probability is independent of the others.
/// </param>
public readonly record struct LabelProbability(string Label, double Probability);
