namespace MaxPoolConvNet.Training;

/// <summary>The familiarity that all but a given fraction of texts reach.</summary>
internal static class MinimumFamiliarity
{
    /// <param name="familiarities">
    /// The familiarities of texts that the classifier wasn't trained on. At least one. Sorted by this call.
    /// </param>
    /// <param name="refusedFraction">The largest fraction of texts below the result. At least 0, less than 1.</param>
    /// <returns>The largest familiarity below which no more texts are.</returns>
    public static double Of(Span<double> familiarities, double refusedFraction)
    {
        familiarities.Sort();
        return familiarities[(int)(refusedFraction * familiarities.Length)];
    }
}
