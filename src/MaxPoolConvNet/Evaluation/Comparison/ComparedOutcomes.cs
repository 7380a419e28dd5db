namespace MaxPoolConvNet.Evaluation;

/// <summary>What a classifier predicts for each text, with labels as indexes of a list that both classifiers share.</summary>
/// <param name="Labels">The predicted labels of each text, ascending.</param>
/// <param name="Losses">−L of each text, in nats; NaN for a text with a label that the classifier doesn't know.</param>
internal sealed record ComparedOutcomes(int[][] Labels, double[] Losses);
