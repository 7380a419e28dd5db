using System.Collections.Immutable;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Finds pairs of labels that are hard to distinguish.</summary>
internal static class ConfusablePairs
{
    /// <summary>The least mean error of a pair; 0.5 is chance.</summary>
    private const double LeastError = 0.25;

    /// <summary>Returns the pairs, the worst first.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="confusions">The number of texts of one label for which another is more probable; empty if texts may have several
    /// labels.</param>
    /// <param name="leastTexts">Labels with fewer texts are left out.</param>
    public static ImmutableArray<ConfusablePair> Of(AuditedTexts texts, int[,] confusions, int leastTexts)
    {
        List<ConfusablePair> pairs = [];
        for (int first = 0; first < confusions.GetLength(0); first++)
        {
            for (int second = first + 1; second < confusions.GetLength(0); second++)
            {
                (int ofFirst, int ofSecond) = (texts.TextCounts[first], texts.TextCounts[second]);
                if (Math.Min(ofFirst, ofSecond) < leastTexts) continue;
                (int there, int back) = (confusions[first, second], confusions[second, first]);
                double error = ((double)there / ofFirst + (double)back / ofSecond) / 2;
                if (error >= LeastError)
                    pairs.Add(new ConfusablePair(texts.Labels.Labels[first], texts.Labels.Labels[second], there, back, error));
            }
        }

        return [.. pairs.OrderByDescending(pair => pair.Error)];
    }
}
