namespace MaxPoolConvNet;

/// <summary>Compares the probabilities of predicted labels with how often they were right, bin by bin.</summary>
internal sealed class CalibrationTally
{
    private const int Bins = 15;

    // Σ probability − hits of the texts in each bin: |B_m|·(conf(B_m) − acc(B_m))
    private readonly double[] _excess = new double[Bins];
    private int _texts;

    /// <summary>Σ_m |B_m| / n · |acc(B_m) − conf(B_m)|; NaN before the first text.</summary>
    public double Error => _excess.Sum(Math.Abs) / _texts;

    /// <summary>Counts a text, or a decision on a label of it, in the bin m with (m − 1) / 15 &lt; probability ≤ m / 15.</summary>
    public void Add(double probability, bool hit)
    {
        int bin = Math.Clamp((int)Math.Ceiling(probability * Bins) - 1, 0, Bins - 1);
        _excess[bin] += hit ? probability - 1 : probability;
        _texts++;
    }
}
