using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Networks;

/// <summary>The vocabulary of a network whose training continues with further texts.</summary>
/// <remarks>
/// Words with rows in the one-hot filters keep their ids. After them come the words that occur now: first those known only by a vector,
/// then new ones. After those come the words still known only by a vector and, last, the id of unknown words, if there is one.
/// </remarks>
internal sealed class VocabularyGrowth
{
    private VocabularyGrowth(Vocabulary vocabulary, int[] from, int rows) => (Vocabulary, From, Rows) = (vocabulary, from, rows);

    /// <summary>All words.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The previous id of each word; −1 for a new one.</summary>
    public IReadOnlyList<int> From { get; }

    /// <summary>How many words, from the first on, have rows in the one-hot filters.</summary>
    public int Rows { get; }

    /// <param name="known">The words that the network knows.</param>
    /// <param name="rows">How many of them have rows in its one-hot filters; without such filters, all of them.</param>
    /// <param name="occurring">The words of the further texts.</param>
    public static VocabularyGrowth Of(Vocabulary known, int rows, Vocabulary occurring)
    {
        int words = known.UnknownId ?? known.Count;
        var withRows = Enumerable.Range(0, Math.Min(rows, words));
        var others = Enumerable.Range(0, words).Skip(rows).ToLookup(id => occurring.TryGetId(known[id], out _));
        string[] added = [.. occurring.Words.Where(word => !known.TryGetId(word, out _))];
        int[] from =
        [
            .. withRows,
            .. others[true],
            .. Enumerable.Repeat(-1, added.Length),
            .. others[false],
            .. Enumerable.Range(words, known.Count - words),
        ];

        int firstAdded = Math.Min(rows, words) + others[true].Count();
        var vocabulary = Vocabulary.FromWords(from.Select((old, id) => old >= 0 ? known[old] : added[id - firstAdded]), known.UnknownWords);
        return new VocabularyGrowth(vocabulary, from, rows < known.Count ? firstAdded + added.Length : from.Length);
    }
}
