namespace MaxPoolConvNet;

/// <summary>A label and how probable it is.</summary>
/// <param name="Label">The label.</param>
/// <param name="Probability">
/// Its probability, from 0 to 1. Where a text has one label, those of all labels sum up to 1; where it may have several, each is that of
/// the label's applying, whatever the others.
/// </param>
public readonly record struct LabelProbability(string Label, double Probability);
