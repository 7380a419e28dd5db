namespace MaxPoolConvNet.Evaluation;

/// <summary>Keeps the scores of texts of two classes, to measure how well the scores separate them.</summary>
internal sealed class RankTally
{
    private readonly List<double> _scores = [];
    private readonly List<bool> _positive = [];

    public void Add(double score, bool positive)
    {
        _scores.Add(score);
        _positive.Add(positive);
    }

    /// <summary>Computes the area under the ROC curve as U / (n₁·n₀), with Mann and Whitney's U.</summary>
    /// <remarks>
    /// U is the number of pairs of a positive and a negative text in which the positive one has the higher score; equal scores count one
    /// half. It is counted in integers, so that the order of the texts makes no difference. O(n log n).
    /// </remarks>
    /// <returns>The area; <see langword="null"/> if one class has no texts.</returns>
    public double? AreaUnderRocCurve()
    {
        double[] scores = [.. _scores];
        bool[] positive = [.. _positive];
        Array.Sort(scores, positive);
        long positives = 0;
        long negatives = 0;
        long twiceU = 0;
        int start = 0;
        while (start < scores.Length)
        {
            int end = start;
            long tiedPositives = 0;
            do
            {
                if (positive[end]) tiedPositives++;
                end++;
            }
            while (end < scores.Length && scores[end] == scores[start]);

            long tiedNegatives = end - start - tiedPositives;
            twiceU += tiedPositives * ((2 * negatives) + tiedNegatives);
            positives += tiedPositives;
            negatives += tiedNegatives;
            start = end;
        }

        return positives == 0 || negatives == 0 ? null : twiceU / (2.0 * positives * negatives);
    }
}
