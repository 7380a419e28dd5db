using MaxPoolConvNet.Evaluation;

namespace MaxPoolConvNet.Benchmarks.Trust;

/// <summary>How a promise was kept on test texts.</summary>
/// <param name="HasThreshold">Whether the classifier promised anything.</param>
/// <param name="Accepted">The number of accepted predictions.</param>
/// <param name="Wrong">The number of wrong ones among them.</param>
/// <param name="IsBroken">Whether the lower 95 % Clopper–Pearson bound of their error is above the rate.</param>
/// <param name="Coverage">The accepted fraction of the texts.</param>
/// <param name="BestCoverage">The largest fraction that a threshold can accept with that error on these texts, in hindsight.</param>
internal sealed record KeptPromise(bool HasThreshold, int Accepted, int Wrong, bool IsBroken, double Coverage, double BestCoverage)
{
    private const double Confidence = 0.95;

    public static KeptPromise Of(ErrorThreshold? threshold, TestedAnswer[] answers, double rate)
    {
        TestedAnswer[] accepted = threshold is null ? [] : [.. answers.Where(answer => threshold.Accepts(answer.Prediction))];
        int wrong = accepted.Count(answer => !answer.IsRight);

        // the bound is above the rate where so many wrong ones or more would have a probability below 5 % at the rate
        bool isBroken = wrong > 0 && BinomialTail.AtMost(wrong - 1, accepted.Length, rate) > Confidence;
        return new KeptPromise(
            threshold is not null, accepted.Length, wrong, isBroken, (double)accepted.Length / answers.Length, Best(answers, rate));
    }

    private static double Best(TestedAnswer[] answers, double rate)
    {
        int best = 0;
        int count = 0;
        int wrong = 0;
        foreach (IGrouping<double, TestedAnswer> equal in answers.GroupBy(answer => answer.Prediction.Probability).OrderByDescending(group => group.Key))
        {
            count += equal.Count();
            wrong += equal.Count(answer => !answer.IsRight);
            if (wrong <= rate * count) best = count;
        }

        return (double)best / answers.Length;
    }
}
