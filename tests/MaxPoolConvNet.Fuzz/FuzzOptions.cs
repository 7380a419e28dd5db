namespace MaxPoolConvNet.Fuzz;

/// <summary>How long, and with what, targets are fed.</summary>
/// <param name="Seconds">The time per target.</param>
/// <param name="Seed">What all inputs depend on.</param>
/// <param name="Only">The number of the only input; null for as many as the time allows.</param>
/// <param name="Folder">Where failing inputs are saved.</param>
internal sealed record FuzzOptions(double Seconds, int Seed, long? Only, string Folder)
{
    /// <summary>The time after which reading an input counts as hanging.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(5);
}
