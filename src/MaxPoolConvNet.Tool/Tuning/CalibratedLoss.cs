using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>
/// The log-loss after multiplying all logits by the factor that is best for these texts. Without it, overconfident networks would rank too
/// low, although overconfidence costs no accuracy (Guo et al. 2017, On Calibration of Modern Neural Networks).
/// </summary>
internal static class CalibratedLoss
{
    private const double LeastProbability = 1e-30;
    private const double LeastFactor = 0.02;
    private const double LargestFactor = 50;
    private const int Steps = 30;

    /// <param name="classifier">The classifier.</param>
    /// <param name="texts">At least one text, with labels of the classifier.</param>
    /// <returns>The mean loss of the texts, in nats.</returns>
    public static double Of(TextClassifier classifier, IReadOnlyList<LabeledText> texts)
    {
        double[][] probabilities = [.. texts.Select(text => Probabilities(classifier, text.Text))];
        bool[][] applies = [.. texts.Select(text => classifier.Labels.Select(label => text.Labels.Contains(label)).ToArray())];
        return Of(probabilities, applies, classifier.IsMultiLabel ? OfDecisions : OfOneClass);
    }

    /// <summary>
    /// The loss at the best factor, by golden-section search; the loss is convex in the factor.
    /// </summary>
    internal static double Of(double[][] probabilities, bool[][] applies, Func<double[], bool[], double, double> lossOf)
    {
        double LossAt(double logFactor) => probabilities.Select((of, text) => lossOf(of, applies[text], Math.Exp(logFactor))).Average();

        double golden = (Math.Sqrt(5) - 1) / 2;
        (double low, double high) = (Math.Log(LeastFactor), Math.Log(LargestFactor));
        double left = high - (golden * (high - low)), right = low + (golden * (high - low));
        double atLeft = LossAt(left), atRight = LossAt(right);
        for (int step = 0; step < Steps; step++)
        {
            if (atLeft < atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - (golden * (high - low));
                atLeft = LossAt(left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + (golden * (high - low));
                atRight = LossAt(right);
            }
        }

        return Math.Min(atLeft, atRight);
    }

    /// <summary>−log softmax; the logarithms of the probabilities are the logits plus a constant.</summary>
    internal static double OfOneClass(double[] probabilities, bool[] applies, double factor)
    {
        double largest = Log(probabilities.Max()), sum = 0;
        foreach (double probability in probabilities)
            sum += Math.Exp(factor * (Log(probability) - largest));
        return Math.Log(sum) - (factor * (Log(probabilities[Array.IndexOf(applies, true)]) - largest));
    }

    /// <summary>The sum of the losses over the labels.</summary>
    internal static double OfDecisions(double[] probabilities, bool[] applies, double factor)
    {
        double loss = 0;
        for (int label = 0; label < probabilities.Length; label++)
        {
            double logit = factor * (Log(probabilities[label]) - Log(1 - probabilities[label]));
            double against = applies[label] ? -logit : logit;
            loss += against > 0 ? against + Math.Log(1 + Math.Exp(-against)) : Math.Log(1 + Math.Exp(against));
        }

        return loss;
    }

    private static double Log(double probability) => Math.Log(Math.Max(probability, LeastProbability));

    private static double[] Probabilities(TextClassifier classifier, string text)
    {
        double[] probabilities = new double[classifier.Labels.Length];
        classifier.Score(text).CopyTo(probabilities);
        return probabilities;
    }
}
