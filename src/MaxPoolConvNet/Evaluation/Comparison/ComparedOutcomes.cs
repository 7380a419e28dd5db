namespace MaxPoolConvNet.Evaluation;

/// <summary>What a classifier predicts for each text, with labels as indexes of a list that both classifiers share.</summary>
internal sealed class ComparedOutcomes(int[][] labels, double[] losses)
{
    /// <summary>The predicted labels of each text, ascending.</summary>
    public int[][] Labels => labels;

    /// <summary>−L of each text, in nats; NaN for a text with a label that the classifier doesn't know.</summary>
    public double[] Losses => losses;
}
