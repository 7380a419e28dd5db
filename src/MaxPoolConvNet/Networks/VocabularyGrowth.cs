using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Networks;

/// <summary>The vocabulary of a network whose training continues with further texts.</summary>
/// <remarks>
/// Words that all one-hot filters know keep their ids. After them come the words that occur now: first those known only by a vector, then
/// new ones. Then come the sub-words that only narrow filters know, old and new, the words still known only by a vector and, last, the id
/// of unknown words, if there is one.
/// </remarks>
internal sealed class VocabularyGrowth
{
    private readonly FilterWords _before;

    private VocabularyGrowth(Vocabulary vocabulary, int[] from, FilterWords before, FilterWords now) =>
        (Vocabulary, From, _before, Rows) = (vocabulary, from, before, now);

    /// <summary>All words.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The previous id of each word; −1 for a new one.</summary>
    public IReadOnlyList<int> From { get; }

    /// <summary>How many of them, from the first on, have rows in the one-hot filters.</summary>
    public FilterWords Rows { get; }

    /// <param name="known">The words that the network knows.</param>
    /// <param name="rows">How many of them have rows in its one-hot filters; without such filters, all of them.</param>
    /// <param name="occurring">The words of the further texts.</param>
    public static VocabularyGrowth Of(Vocabulary known, FilterWords rows, Vocabulary occurring)
    {
        int words = known.UnknownId ?? known.Count;
        (int all, int whole) = (Math.Min(rows.All, words), Math.Min(rows.Whole, words));
        var others = Enumerable.Range(all, words - all).ToLookup(id => occurring.TryGetId(known[id], out _));
        ILookup<bool, string> added = occurring.Words
            .Where(word => !known.TryGetId(word, out _))
            .ToLookup(word => rows.Whole < rows.All && SubwordTokenizer.IsSubword(word));
        int[] inAll = [.. Enumerable.Range(0, whole), .. others[true], .. New(added[false])];
        int[] inNarrow = [.. inAll, .. Enumerable.Range(whole, all - whole), .. New(added[true])];
        int[] from = [.. inNarrow, .. others[false], .. Enumerable.Range(words, known.Count - words)];

        var news = new Queue<string>([.. added[false], .. added[true]]);
        var vocabulary = Vocabulary.FromWords(from.Select(old => old >= 0 ? known[old] : news.Dequeue()), known.UnknownWords);
        int rowsNow = rows.All < known.Count ? inNarrow.Length : from.Length;
        return new VocabularyGrowth(
            vocabulary, from, rows, new FilterWords(rowsNow, rows.Whole < rows.All ? inAll.Length : rowsNow));
    }

    /// <summary>How many words, from the first on, have rows in filters where a number of words had some.</summary>
    public int RowsIn(int before) => before == _before.All ? Rows.All : Rows.Whole + (before - _before.Whole);

    private static IEnumerable<int> New(IEnumerable<string> words) => words.Select(_ => -1);
}
