using System.Numerics;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Estimates from how many texts on a label is as easy to classify as the frequent ones.</summary>
/// <remarks>
/// The labels are grouped by their number of texts: from 2ⁿ to 2ⁿ⁺¹ − 1. Each group has a mean number of texts and an error rate: the
/// fraction of its texts that other texts classify as another label. The curve of <see cref="PowerLaw"/> through the groups says how the
/// error falls with the number. It compares different labels, so it holds where rare labels aren't harder for other reasons. It isn't
/// extrapolated.
/// </remarks>
internal static class HelpfulTexts
{
    private const int LeastGroups = 3;
    private const int LeastTexts = 20; // of a group
    private const double Near = 0.05; // the difference of error rates that counts as none

    /// <summary>Returns the number of texts.</summary>
    /// <param name="textCounts">For each label, the number of its texts.</param>
    /// <param name="correctCounts">For each label, how many of them other texts classify correctly.</param>
    /// <returns>
    /// <see langword="null"/> if there are too few groups, or if the error of the rarest labels isn't larger than that of the most frequent
    /// ones by more than 5 points and two standard errors.
    /// </returns>
    public static int? Of(IReadOnlyList<int> textCounts, IReadOnlyList<int> correctCounts)
    {
        (double Texts, double Error, double Variance)[] groups =
        [
            .. Enumerable.Range(0, textCounts.Count).Where(label => textCounts[label] > 0)
                .GroupBy(label => BitOperations.Log2((uint)textCounts[label])).OrderBy(own => own.Key)
                .Where(own => own.Sum(label => textCounts[label]) >= LeastTexts).Select(Group),
        ];
        if (groups.Length < LeastGroups) return null;
        ((_, double rare, double rareVariance), (double most, double frequent, double frequentVariance)) = (groups[0], groups[^1]);
        if (rare - frequent <= Near + (2 * Math.Sqrt(rareVariance + frequentVariance))) return null;
        PowerLaw law = PowerLaw.Fit([.. groups.Select(group => (group.Texts, group.Error))]);
        double enough = law.At(most) + Near;
        return Enumerable.Range(1, (int)Math.Ceiling(most)).First(texts => texts >= most || law.At(texts) <= enough);

        (double Texts, double Error, double Variance) Group(IEnumerable<int> labels)
        {
            int texts = labels.Sum(label => textCounts[label]);
            double error = 1 - ((double)labels.Sum(label => correctCounts[label]) / texts);
            return ((double)texts / labels.Count(), error, error * (1 - error) / texts);
        }
    }
}
