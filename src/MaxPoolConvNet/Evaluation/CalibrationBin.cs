namespace MaxPoolConvNet;

/// <summary>
/// The predictions of nearly one probability, for a reliability diagram: how probable they were said to be, and how often they were right. Where
/// a text may have several labels, what is counted is a decision for each text and label: that the label applies, or that it doesn't.
/// </summary>
/// <param name="Lower">Probabilities of the bin are above this, from 0; the first bin has those that are 0 too.</param>
/// <param name="Upper">They are at most this, up to 1.</param>
/// <param name="Texts">Texts, or decisions, whose prediction has such a probability.</param>
/// <param name="MeanProbability">The mean of their probabilities, from 0 to 1; null where there are none.</param>
/// <param name="Accuracy">The part of them that was right, from 0 to 1; null where there are none.</param>
public sealed record CalibrationBin(double Lower, double Upper, int Texts, double? MeanProbability, double? Accuracy);
