namespace MaxPoolConvNet;

/// <summary>A feature that a window won, and its h.</summary>
/// <param name="feature">Its place in h.</param>
/// <param name="pooled">h_j, or the sum of it over several texts.</param>
internal readonly struct FeatureSum(int feature, double pooled)
{
    public int Feature { get; } = feature;

    public double Pooled { get; } = pooled;
}
