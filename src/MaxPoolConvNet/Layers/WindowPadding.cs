namespace MaxPoolConvNet.Networks;

/// <summary>How a text is filled up with zero words, width by width.</summary>
internal static class WindowPadding
{
    /// <summary>Zero words before the text: window m begins at word m − this.</summary>
    public static int Before(this Padding padding, int width) => padding == Padding.Wide ? width - 1 : 0;

    /// <summary>Words of the text filled up.</summary>
    public static int PaddedLength(this Padding padding, int words, int width) =>
        Math.Max(width, checked(words + (2 * padding.Before(width))));

    /// <summary>
    /// Writes the ids of the text filled up with the zero word's id, which also stands for words with a larger id than it;
    /// <paramref name="padded"/> has the padded length.
    /// </summary>
    public static void Pad(this Padding padding, ReadOnlySpan<int> wordIds, int width, int zeroWord, Span<int> padded)
    {
        int before = padding.Before(width);
        padded[..before].Fill(zeroWord);
        for (int at = 0; at < wordIds.Length; at++)
            padded[before + at] = Math.Min(wordIds[at], zeroWord);
        padded[(before + wordIds.Length)..].Fill(zeroWord);
    }
}
