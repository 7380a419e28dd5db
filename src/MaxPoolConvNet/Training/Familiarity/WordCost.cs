namespace MaxPoolConvNet.Training;

/// <summary>The costs of words, as <see cref="FamiliarityModel"/> defines them.</summary>
internal static class WordCost
{
    /// <summary>How much more than its own surprise an unknown word costs. Chosen on seven sets of texts.</summary>
    private const double UnknownFactor = 2.5;

    /// <summary>Returns the cost of a word that occurs <paramref name="count"/> times among <paramref name="words"/>.</summary>
    /// <param name="count">At least 1.</param>
    /// <param name="words">At least <paramref name="count"/>.</param>
    public static int OfKnown(long count, long words) =>
        Math.Min(FamiliarityModel.MostKnown, Steps(Math.Log((double)words / count)));

    /// <summary>Returns the cost of a word that doesn't occur.</summary>
    /// <param name="unknown">The number of words that no other text has.</param>
    /// <param name="words">The number of words.</param>
    public static int OfUnknown(long unknown, long words) => Math.Clamp(
        Steps(UnknownFactor * Math.Log((words + 2.0) / (unknown + 1.0))), FamiliarityModel.LeastUnknown, byte.MaxValue);

    private static int Steps(double nats) => (int)Math.Round(FamiliarityModel.StepsPerNat * nats);
}
