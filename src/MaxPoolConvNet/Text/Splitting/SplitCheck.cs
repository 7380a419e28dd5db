namespace MaxPoolConvNet.Text;

/// <summary>Checks the arguments of splits.</summary>
internal static class SplitCheck
{
    /// <exception cref="ArgumentException">There are no texts, or one is invalid.</exception>
    public static IReadOnlyList<LabeledText> Texts(IEnumerable<LabeledText> texts)
    {
        IReadOnlyList<LabeledText> list = LabeledTextList.Of(texts, nameof(texts));
        return list.Count > 0 ? list : throw new ArgumentException("there are no texts to divide", nameof(texts));
    }

    /// <exception cref="ArgumentOutOfRangeException">The fraction isn't above 0 and below 1.</exception>
    public static void Fraction(double fraction)
    {
        if (!(fraction > 0 && fraction < 1))
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "the fraction to hold out must be above 0 and below 1");
    }

    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two folds.</exception>
    public static void FoldCount(int count)
    {
        if (count < 2) throw new ArgumentOutOfRangeException(nameof(count), count, $"the number of folds is {count}, expected at least 2");
    }
}
