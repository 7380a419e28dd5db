namespace MaxPoolConvNet.Evaluation;

/// <summary>The answers at or above a threshold.</summary>
internal readonly struct AcceptedAnswers(double minimumProbability, int count, int wrongCount, double expectedWrongCount)
{
    /// <summary>The threshold.</summary>
    public double MinimumProbability { get; init; } = minimumProbability;

    /// <summary>The number of answers.</summary>
    public int Count { get; } = count;

    /// <summary>The number of wrong ones.</summary>
    public int WrongCount { get; } = wrongCount;

    /// <summary>The number of wrong ones that the probabilities predict: Σ (1 − p).</summary>
    public double ExpectedWrongCount { get; } = expectedWrongCount;

    /// <summary>
    /// How far the predicted number of wrong answers is below <paramref name="rate"/>·n, in standard deviations of a binomial distribution.
    /// </summary>
    public double ExpectedMargin(double rate) => ((rate * Count) - ExpectedWrongCount) / Math.Sqrt(rate * (1 - rate) * Count);
}
