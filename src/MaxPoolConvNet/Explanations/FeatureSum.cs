namespace MaxPoolConvNet;

/// <summary>A feature that a window won, and its h.</summary>
/// <param name="Feature">Its place in h.</param>
/// <param name="Pooled">h_j, or the sum of it over several texts.</param>
internal readonly record struct FeatureSum(int Feature, double Pooled);
