namespace MaxPoolConvNet.Networks;

/// <summary>Pads texts with zero words for filters of a width.</summary>
internal static class WindowPadding
{
    /// <summary>The number of zero words before the text, p: window m begins at word m − p.</summary>
    public static int Before(this Padding padding, int width) => padding == Padding.Wide ? width - 1 : 0;

    /// <summary>The number of words in the padded text.</summary>
    public static int PaddedLength(this Padding padding, int words, int width) =>
        Math.Max(width, checked(words + (2 * padding.Before(width))));

    /// <summary>
    /// Writes the ids of the padded text to <paramref name="padded"/>, which has the padded length. The zero word's id pads the text and
    /// replaces larger ids.
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
