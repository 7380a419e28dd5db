namespace MaxPoolConvNet.Text;

/// <summary>Splits labeled texts by key, so that a text stays in its part if other texts are added, removed or reordered.</summary>
/// <remarks>
/// <para>
/// A text's part depends only on its key and the seed. The key is the text itself, or a string that the caller supplies, such as the id of
/// its row; such a text stays in its part even if it is edited. Texts with the same key are never separated: copies of a text, or all texts
/// of one customer if the customer is the key.
/// </para>
/// <para>
/// The number of held-out texts varies around its expectation. Of n texts with different keys, n · fraction are held out on average, with
/// a standard deviation of √(n · fraction · (1 − fraction)): of 10,000 texts and a fraction of 0.2, 2,000 ± 40. The same holds for
/// the texts of each label, so a rare label may occur in one part only, and with few texts a part may be empty. For exact shares of a fixed
/// set of texts, use <see cref="StratifiedSplit"/>.
/// </para>
/// <para>
/// Other programs can compute the same parts. Let h be the first 8 bytes of the SHA-256 of the UTF-8 string <c>seed:key</c>, such as
/// <c>1:ticket-17</c>, read as a whole number with the most significant byte first. A text is held out if h &lt; fraction · 2⁶⁴, so a
/// larger fraction holds out the same texts and more; its fold is ⌊h · count / 2⁶⁴⌋. Later versions keep this rule.
/// </para>
/// <para>Thread-safe.</para>
/// </remarks>
public static class KeyedSplit
{
    /// <summary>Holds out a fraction of the texts; each text is its own key.</summary>
    /// <param name="texts">The texts. They are compared ordinally: texts that differ by a space have different keys.</param>
    /// <param name="fraction">The expected fraction of different texts to hold out, above 0 and below 1.</param>
    /// <param name="seed">Any number; another one gives other parts.</param>
    /// <returns>The two parts; each text is in one of them.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fraction"/> is out of range.</exception>
    /// <exception cref="ArgumentException">There are no texts, or one is null or has a null or blank label or a null text.</exception>
    public static TextSplit HoldOut(IEnumerable<LabeledText> texts, double fraction, ulong seed)
    {
        SplitCheck.Fraction(fraction);
        return KeyedTexts.Of(texts).HoldOut(fraction, seed);
    }

    /// <summary>Holds out the texts of a fraction of the keys.</summary>
    /// <param name="texts">The texts, each with its key. Keys are compared ordinally.</param>
    /// <param name="fraction">The expected fraction of different keys to hold out, above 0 and below 1.</param>
    /// <param name="seed">Any number; another one gives other parts.</param>
    /// <returns>The two parts; each text is in one of them.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fraction"/> is out of range.</exception>
    /// <exception cref="ArgumentException">There are no texts, a key is null or empty, or a text is null or has a null or blank label or a
    /// null text.</exception>
    public static TextSplit HoldOut(IEnumerable<(string Key, LabeledText Text)> texts, double fraction, ulong seed)
    {
        SplitCheck.Fraction(fraction);
        return KeyedTexts.Of(texts).HoldOut(fraction, seed);
    }

    /// <summary>Splits the texts into folds for cross-validation; each text is its own key.</summary>
    /// <param name="texts">The texts. They are compared ordinally: texts that differ by a space have different keys.</param>
    /// <param name="count">The number of folds, at least 2.</param>
    /// <param name="seed">Any number; another one gives other folds.</param>
    /// <returns>One split per fold, in which that fold is held out. Each text is held out exactly once.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 2.</exception>
    /// <exception cref="ArgumentException">There are no texts, or one is null or has a null or blank label or a null text.</exception>
    public static IReadOnlyList<TextSplit> Folds(IEnumerable<LabeledText> texts, int count, ulong seed)
    {
        SplitCheck.FoldCount(count);
        return KeyedTexts.Of(texts).Folds(count, seed);
    }

    /// <summary>Splits the texts into folds for cross-validation by their keys.</summary>
    /// <param name="texts">The texts, each with its key. Keys are compared ordinally.</param>
    /// <param name="count">The number of folds, at least 2.</param>
    /// <param name="seed">Any number; another one gives other folds.</param>
    /// <returns>One split per fold, in which that fold is held out. Each text is held out exactly once.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 2.</exception>
    /// <exception cref="ArgumentException">There are no texts, a key is null or empty, or a text is null or has a null or blank label or a
    /// null text.</exception>
    public static IReadOnlyList<TextSplit> Folds(IEnumerable<(string Key, LabeledText Text)> texts, int count, ulong seed)
    {
        SplitCheck.FoldCount(count);
        return KeyedTexts.Of(texts).Folds(count, seed);
    }
}
