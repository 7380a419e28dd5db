namespace MaxPoolConvNet.Evaluation;

/// <summary>The counts that precision, recall and F1 are computed from: those of a class, or their sums over all classes.</summary>
/// <param name="hits">The number of texts of the class that were classified correctly.</param>
/// <param name="predicted">The number of texts that were predicted to have the class.</param>
/// <param name="actual">The number of texts of the class.</param>
internal readonly struct ClassCounts(int hits, int predicted, int actual)
{
    public int Hits { get; } = hits;

    public int Predicted { get; } = predicted;

    public int Actual { get; } = actual;

    public double Precision => Ratio(Hits, Predicted);

    public double Recall => Ratio(Hits, Actual);

    /// <summary>2·hits / (predicted + actual): 2·precision·recall / (precision + recall) with one rounding.</summary>
    public double F1 => Ratio(2.0 * Hits, (double)Predicted + Actual);

    public static ClassCounts operator +(ClassCounts one, ClassCounts other) =>
        new(one.Hits + other.Hits, one.Predicted + other.Predicted, one.Actual + other.Actual);

    private static double Ratio(double part, double whole) => whole == 0 ? 0 : part / whole;
}
