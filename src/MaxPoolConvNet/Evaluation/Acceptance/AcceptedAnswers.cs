namespace MaxPoolConvNet.Evaluation;

/// <summary>The answers at or above a threshold.</summary>
/// <param name="MinimumProbability">The threshold.</param>
/// <param name="Count">The number of answers.</param>
/// <param name="WrongCount">The number of wrong ones.</param>
/// <param name="ExpectedWrongCount">The number of wrong ones that the probabilities predict: Σ (1 − p).</param>
internal readonly record struct AcceptedAnswers(double MinimumProbability, int Count, int WrongCount, double ExpectedWrongCount)
{
    /// <summary>
    /// How far the predicted number of wrong answers is below <paramref name="rate"/>·n, in standard deviations of a binomial distribution.
    /// </summary>
    public double ExpectedMargin(double rate) => ((rate * Count) - ExpectedWrongCount) / Math.Sqrt(rate * (1 - rate) * Count);
}
