namespace MaxPoolConvNet.Evaluation;

/// <summary>Bounds on the Jaccard similarity of two sets, rounded in the one way in which it is compared with a threshold.</summary>
internal static class Similarity
{
    /// <summary>|x ∩ y| / |x ∪ y|.</summary>
    public static double Of(int common, int sizeOfOne, int sizeOfOther) => (double)common / (sizeOfOne + sizeOfOther - common);

    /// <summary>
    /// How many of a set's elements, the rarest first, hold one that it has in common with any set as similar as the threshold: of
    /// size − least + 1, where least is the smallest number in common that could be enough.
    /// </summary>
    public static int PrefixLength(int size, double threshold)
    {
        if (size == 0) return 0;
        int least = Math.Clamp((int)Math.Ceiling(threshold * size), 1, size);

        // the product was rounded otherwise than the quotient is
        while (least > 1 && (double)(least - 1) / size >= threshold)
            least--;
        return size - least + 1;
    }
}
