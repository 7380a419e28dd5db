namespace MaxPoolConvNet.Benchmarks.Accuracy;

/// <summary>The two sums whose ratio is a measure: right predictions and texts or, for F1, twice the hits and the labels on either side.</summary>
internal readonly record struct MeasureTerms(double Above, double Below)
{
    public double Ratio => Below == 0 ? 0 : Above / Below;

    public static MeasureTerms operator +(MeasureTerms one, MeasureTerms other) => new(one.Above + other.Above, one.Below + other.Below);
}
