using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// The words of a network that is to learn from further texts: those that have rows in its one-hot filters keep their ids; behind them those
/// come in that occur now, first the ones that it knew by a vector alone, then new ones; behind them those that it still knows by a vector
/// alone, and at the end the id of unknown words, if it has one.
/// </summary>
internal sealed class VocabularyGrowth
{
    private VocabularyGrowth(Vocabulary vocabulary, int[] from, int rows) => (Vocabulary, From, Rows) = (vocabulary, from, rows);

    /// <summary>All words.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The id that each word had; −1 where it is new.</summary>
    public IReadOnlyList<int> From { get; }

    /// <summary>How many words, the first ones, have rows in the one-hot filters.</summary>
    public int Rows { get; }

    /// <param name="known">The words that the network knows.</param>
    /// <param name="rows">How many of them have rows in its one-hot filters; without such filters, all of them.</param>
    /// <param name="occurring">The words that it is to know.</param>
    public static VocabularyGrowth Of(Vocabulary known, int rows, Vocabulary occurring)
    {
        int words = known.UnknownId ?? known.Count;
        var withRows = Enumerable.Range(0, Math.Min(rows, words));
        var others = Enumerable.Range(0, words).Skip(rows).ToLookup(id => occurring.TryGetId(known[id], out _));
        string[] added = [.. occurring.Words.Where(word => !known.TryGetId(word, out _))];
        int[] from = [.. withRows, .. others[true], .. Enumerable.Repeat(-1, added.Length), .. others[false], .. Enumerable.Range(words, known.Count - words)];

        int firstAdded = Math.Min(rows, words) + others[true].Count();
        var vocabulary = Vocabulary.FromWords(from.Select((old, id) => old >= 0 ? known[old] : added[id - firstAdded]), known.UnknownWords);
        return new VocabularyGrowth(vocabulary, from, rows < known.Count ? firstAdded + added.Length : from.Length);
    }
}
