namespace MaxPoolConvNet.Text;

/// <summary>Chooses the sub-words that a vocabulary includes: those that several words have in common, up to a number.</summary>
/// <remarks>
/// A sub-word of a single word adds nothing to the word. The sub-words of the most words come first: an unknown word has them too.
/// </remarks>
internal static class SubwordChoice
{
    /// <summary>The least number of different words that a sub-word is part of.</summary>
    private const int FewestWords = 3;

    /// <summary>The largest number of sub-words for each word of the vocabulary.</summary>
    private const double MostPerWord = 0.3;

    /// <param name="words">All different words of the texts.</param>
    /// <param name="tokenizer">Gives their sub-words.</param>
    /// <param name="size">The number of words in the vocabulary.</param>
    public static HashSet<string> Of(IEnumerable<string> words, SubwordTokenizer tokenizer, int size)
    {
        WordCounts counts = new();
        TokenBuffer tokens = new();
        foreach (string word in words)
        {
            tokens.Clear();
            tokenizer.AddSubwords(word, new Token(0, word.Length), word, tokens);
            IEnumerable<string> subwords = Enumerable.Range(0, tokens.Count).Select(token => tokens.Word(token).ToString());
            foreach (string subword in subwords.Distinct(StringComparer.Ordinal))
                counts.Add(subword);
        }

        int most = (int)Math.Ceiling(MostPerWord * size);
        return WordCounts.Ordered(counts.AtLeast(FewestWords)).Take(most).ToHashSet(StringComparer.Ordinal);
    }
}
