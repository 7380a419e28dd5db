using System.Collections.Immutable;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Collects predictions, to measure how often those from a probability on are wrong.</summary>
/// <param name="promises">The promises of the classifier; null if it has none.</param>
internal sealed class RiskCoverageTally(ErrorPromises? promises)
{
    private const int MostPoints = 50;

    private readonly List<double> _probabilities = [];
    private readonly List<bool> _wrong = [];
    private readonly (int Accepted, int Wrong)[] _promised = new (int, int)[promises?.Promises.Length ?? 0];

    /// <summary>Counts a prediction.</summary>
    /// <param name="label">The index of the predicted label.</param>
    /// <param name="probability">Its probability.</param>
    /// <param name="right">Whether it is right.</param>
    public void Add(int label, double probability, bool right)
    {
        _probabilities.Add(probability);
        _wrong.Add(!right);
        for (int p = 0; p < _promised.Length; p++)
        {
            if (!promises!.Promises[p].Accepts(label, probability)) continue;
            _promised[p] = (_promised[p].Accepted + 1, _promised[p].Wrong + (right ? 0 : 1));
        }
    }

    /// <summary>How the promises were kept, in ascending order of their rates.</summary>
    public ImmutableArray<PromiseReport> ToPromises() =>
    [
        .. _promised.Select((one, p) => new PromiseReport(promises!.Promises[p].Rate, _probabilities.Count, one.Accepted, one.Wrong)),
    ];

    /// <summary>Computes the curve and the area under it.</summary>
    /// <remarks>
    /// The area is the mean, over n = 1, 2, …, of the fraction of wrong ones among the n most probable predictions (Geifman and El-Yaniv
    /// 2017, Selective Classification for Deep Neural Networks). Of equally probable ones, any order is as good: the mean over all orders
    /// counts. O(n log n).
    /// </remarks>
    /// <returns>
    /// The points, in ascending order of their coverage, at most 51: at every 50th of the predictions, and the last one with all of them.
    /// No points and no area without predictions.
    /// </returns>
    public (ImmutableArray<RiskCoveragePoint> Points, double? Area) ToCurve()
    {
        double[] keys = [.. _probabilities.Select(probability => -probability)];
        bool[] wrong = [.. _wrong];
        Array.Sort(keys, wrong);
        var points = ImmutableArray.CreateBuilder<RiskCoveragePoint>();
        double area = 0;
        int wrongBefore = 0;
        int start = 0;
        while (start < keys.Length)
        {
            int end = start;
            int tiedWrong = 0;
            while (end < keys.Length && keys[end] == keys[start])
                tiedWrong += wrong[end++] ? 1 : 0;
            for (int n = start + 1; n <= end; n++)
                area += (wrongBefore + (tiedWrong * (double)(n - start) / (end - start))) / n;
            wrongBefore += tiedWrong;
            if ((long)end * MostPoints / keys.Length > (long)start * MostPoints / keys.Length)
                points.Add(new RiskCoveragePoint(-keys[start], (double)end / keys.Length, (double)wrongBefore / end));
            start = end;
        }

        return (points.ToImmutable(), keys.Length == 0 ? null : area / keys.Length);
    }
}
