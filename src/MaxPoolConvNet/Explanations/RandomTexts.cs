namespace MaxPoolConvNet;

/// <summary>
/// Texts of random words. Ids are in the order of falling frequency, which by Zipf's law is about 1 / (id + 1): word id of S has the
/// probability log((id + 2) / (id + 1)) / log(S + 1), which is close to that and needs no table. The same on every call; a longer text
/// begins with the shorter one of the same number.
/// </summary>
internal sealed class RandomTexts(int words)
{
    private readonly CounterRandom _random = new(0);

    /// <summary>Fills in the first words of a text.</summary>
    public void Fill(int text, Span<int> wordIds)
    {
        CounterRandom random = _random.Stream((ulong)text);
        for (int at = 0; at < wordIds.Length; at++)
            wordIds[at] = Math.Min((int)Math.Pow(words + 1.0, random.Uniform((ulong)at)), words) - 1;
    }
}
