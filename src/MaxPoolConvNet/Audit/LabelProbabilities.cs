namespace MaxPoolConvNet.Evaluation;

/// <summary>
/// The probability of each label for each text by other texts: the scores of the networks and of naive Bayes, weighted. Immutable and
/// thread-safe.
/// </summary>
/// <remarks>
/// The two weights maximize the likelihood of the given labels, by Newton's method. It is concave in them. A weak prior keeps them finite
/// where all labels are predicted correctly.
/// </remarks>
internal sealed class LabelProbabilities
{
    private const int MostFitted = 20_000;
    private const int MostIterations = 30;
    private const double Accuracy = 1e-6;

    private static readonly (double Network, double Bayes) _usual = (0.5, 0.1);

    private readonly AuditedTexts _texts;
    private readonly OutOfFoldScores _network;
    private readonly NaiveBayes _bayes;

    public LabelProbabilities(AuditedTexts texts, OutOfFoldScores network, NaiveBayes bayes, CancellationToken cancellationToken)
    {
        (_texts, _network, _bayes) = (texts, network, bayes);
        Weights = Fit(cancellationToken);
    }

    /// <summary>The weights of the networks' scores and of naive Bayes.</summary>
    public (double Network, double Bayes) Weights { get; }

    /// <summary>The number of labels.</summary>
    public int LabelCount => _texts.Labels.Labels.Length;

    private bool Several => _texts.Labels.SeveralPerText;

    /// <summary>Computes the probability of each label for a text.</summary>
    public void Of(int text, Span<double> probabilities)
    {
        Bayes(text, probabilities);
        Combine(_network.Of(text), probabilities, Weights, probabilities);
    }

    private void Bayes(int text, Span<double> scores)
    {
        if (Several) _bayes.ScoreEach(text, scores);
        else _bayes.Score(text, scores);
    }

    private void Combine(
        ReadOnlySpan<float> network, ReadOnlySpan<double> bayes, (double Network, double Bayes) weights, Span<double> probabilities)
    {
        double most = double.NegativeInfinity;
        for (int label = 0; label < network.Length; label++)
        {
            probabilities[label] = weights.Network * network[label] + weights.Bayes * bayes[label];
            most = Math.Max(most, probabilities[label]);
        }

        double sum = 0;
        foreach (ref double probability in probabilities)
        {
            probability = Several ? 1 / (1 + Math.Exp(-probability)) : Math.Exp(probability - most);
            sum += probability;
        }

        if (Several) return;
        foreach (ref double probability in probabilities)
            probability /= sum;
    }

    private (double Network, double Bayes) Fit(CancellationToken cancellationToken)
    {
        int step = (_texts.Count + MostFitted - 1) / MostFitted;
        double[][] bayes = [.. Enumerable.Range(0, (_texts.Count + step - 1) / step).Select(_ => new double[LabelCount])];
        for (int at = 0; at < bayes.Length; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Bayes(at * step, bayes[at]);
        }

        (double Network, double Bayes) weights = _usual;
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Curvature sums = Sum(weights, bayes, step);
            (double first, double second) = sums.Step;

            // a long step is shortened: where the likelihood is flat, Newton's method overshoots
            double most = Math.Max(Math.Abs(first), Math.Abs(second));
            double factor = most > 0.5 ? 0.5 / most : 1;
            weights = (Math.Max(0, weights.Network + factor * first), Math.Max(0, weights.Bayes + factor * second));
            if (most < Accuracy) break;
        }

        return weights;
    }

    /// <summary>Sums gradient and Hessian of the log-likelihood and the prior.</summary>
    private Curvature Sum((double Network, double Bayes) weights, double[][] bayes, int step)
    {
        var sums = new Curvature
        {
            First = _usual.Network - weights.Network,
            Second = 100 * (_usual.Bayes - weights.Bayes),
            FirstFirst = 1,
            SecondSecond = 100,
        };
        double[] probabilities = new double[LabelCount];
        for (int at = 0; at < bayes.Length; at++)
        {
            ReadOnlySpan<float> network = _network.Of(at * step);
            Combine(network, bayes[at], weights, probabilities);
            if (Several) sums.AddEach(network, bayes[at], probabilities, _texts.Classes[at * step]);
            else sums.Add(network, bayes[at], probabilities, _texts.Classes[at * step][0]);
        }

        return sums;
    }
}
