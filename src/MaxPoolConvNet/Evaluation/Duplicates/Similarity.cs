namespace MaxPoolConvNet.Evaluation;

/// <summary>Computes the Jaccard similarity of two sets and its bounds, with the same rounding everywhere.</summary>
internal static class Similarity
{
    /// <summary>|x ∩ y| / |x ∪ y|.</summary>
    public static double Of(int common, int sizeOfOne, int sizeOfOther) => (double)common / (sizeOfOne + sizeOfOther - common);

    /// <summary>
    /// Returns the length of a set's prefix, the rarest elements first, that shares an element with every set at least as similar as the
    /// threshold.
    /// </summary>
    /// <remarks>It is size − least + 1, where least is the smallest number of common elements that could be enough.</remarks>
    public static int PrefixLength(int size, double threshold)
    {
        if (size == 0) return 0;
        int least = Math.Clamp((int)Math.Ceiling(threshold * size), 1, size);

        // the product may be rounded differently than the quotient
        while (least > 1 && (double)(least - 1) / size >= threshold)
            least--;
        return size - least + 1;
    }
}
