using System.Collections.Immutable;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Compares the probabilities of predicted labels with how often they were right, bin by bin.</summary>
internal sealed class CalibrationTally
{
    private const int Bins = 15;

    private readonly int[] _texts = new int[Bins];
    private readonly int[] _hits = new int[Bins];
    private readonly double[] _probabilities = new double[Bins];

    /// <summary>Σ_m |B_m| / n · |acc(B_m) − conf(B_m)|; NaN before the first text.</summary>
    public double Error => _probabilities.Zip(_hits, (probability, hits) => Math.Abs(probability - hits)).Sum() / _texts.Sum();

    /// <summary>Counts the predicted label of a text or, where texts may have several labels, the decision on each label.</summary>
    public void Add(IOutputFunction<double> output, ReadOnlySpan<double> logits, Target target)
    {
        if (!output.HasSeveralLabels)
        {
            int predicted = output.MostProbable(logits);
            Add(output.ClassProbability(logits, predicted), predicted == target.Class);
            return;
        }

        for (int label = 0; label < logits.Length; label++)
        {
            double probability = output.ClassProbability(logits, label);
            bool applies = probability >= OutputFunctions.UsualThreshold;
            Add(applies ? probability : 1 - probability, applies == target.Contains(label));
        }
    }

    /// <summary>Counts a text, or a decision on a label of it, in the bin m with (m − 1) / 15 &lt; probability ≤ m / 15.</summary>
    public void Add(double probability, bool hit)
    {
        int bin = Math.Clamp((int)Math.Ceiling(probability * Bins) - 1, 0, Bins - 1);
        _texts[bin]++;
        _probabilities[bin] += probability;
        if (hit) _hits[bin]++;
    }

    /// <summary>The bins B_1, B_2, ….</summary>
    public ImmutableArray<CalibrationBin> ToBins() =>
    [
        .. _texts.Select((texts, bin) => new CalibrationBin(
            lower: (double)bin / Bins,
            upper: (bin + 1.0) / Bins,
            textCount: texts,
            meanProbability: texts > 0 ? _probabilities[bin] / texts : null,
            accuracy: texts > 0 ? (double)_hits[bin] / texts : null)),
    ];
}
