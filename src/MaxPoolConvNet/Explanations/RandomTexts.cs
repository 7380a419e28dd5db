using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet;

/// <summary>
/// Texts of random words. Ids are in the order of falling frequency, which by Zipf's law is about 1 / (id + 1): word id of S has the
/// probability log((id + 2) / (id + 1)) / log(S + 1), which is close to that and needs no table. The same on every call.
/// </summary>
/// <remarks>
/// With sub-words, a text is a quarter words, as in English, and then sub-words, each by its own place in the order. Without, a longer
/// text begins with the shorter one of the same number.
/// </remarks>
/// <param name="words">The number of words and sub-words.</param>
/// <param name="rows">Those that filters know; sub-words come after <see cref="FilterWords.Whole"/>.</param>
internal sealed class RandomTexts(int words, FilterWords rows)
{
    private readonly CounterRandom _random = new(0);
    private readonly int _subwords = Math.Min(rows.All, words) - Math.Min(rows.Whole, words);

    /// <summary>Fills in the first words of a text.</summary>
    public void Fill(int text, Span<int> wordIds)
    {
        CounterRandom random = _random.Stream((ulong)text);
        int own = _subwords == 0 ? wordIds.Length : (wordIds.Length + 3) / 4;
        for (int at = 0; at < wordIds.Length; at++)
        {
            double number = random.Uniform((ulong)at);
            int word = at < own ? Draw(words - _subwords, number) : rows.Whole + Draw(_subwords, number);

            // words known only by a vector come after the sub-words
            wordIds[at] = at < own && word >= rows.Whole ? word + _subwords : word;
        }
    }

    private static int Draw(int count, double number) => Math.Clamp((int)Math.Pow(count + 1.0, number), 1, Math.Max(1, count)) - 1;
}
