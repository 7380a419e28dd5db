namespace MaxPoolConvNet.Text;

/// <summary>The words that a model knows, each with an id from 0.</summary>
/// <remarks>Words are compared ordinally. Immutable and thread-safe; looking up a word allocates nothing.</remarks>
public sealed class Vocabulary
{
    /// <summary>The word <c>&lt;unk&gt;</c>, which represents all unknown words with <see cref="UnknownWords.OneId"/>.</summary>
    public const string UnknownWord = "<unk>";

    private readonly string[] _words;
    private readonly WordIndex _ids;

    private Vocabulary(List<string> words, UnknownWords unknownWords)
    {
        _ids = Number(words);
        if (unknownWords == UnknownWords.OneId)
            UnknownId = AddUnknown(words, _ids);
        UnknownWords = unknownWords;
        _words = [.. words];
        Words = Array.AsReadOnly(_words);
    }

    /// <summary>The number of ids, including that of unknown words if there is one: S, the length of a one-hot word vector.</summary>
    public int Count => _words.Length;

    /// <summary>All words in the order of their ids; with <see cref="UnknownWords.OneId"/>, <see cref="UnknownWord"/> is the
    /// last.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>How unknown words are treated.</summary>
    public UnknownWords UnknownWords { get; }

    /// <summary>The id of unknown words, the last; <see langword="null"/> with <see cref="UnknownWords.Skip"/>.</summary>
    public int? UnknownId { get; }

    /// <summary>The word with an id.</summary>
    /// <param name="id">The id, from 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">No word has the id.</exception>
    public string this[int id] => (uint)id < (uint)_words.Length
        ? _words[id]
        : throw new ArgumentOutOfRangeException(nameof(id), id, $"The vocabulary has {Count} ids, from 0.");

    /// <summary>Builds a vocabulary from the words of texts.</summary>
    /// <param name="texts">The texts, read once.</param>
    /// <param name="tokenizer">Splits the texts into words; use the same tokenizer for texts whose words are looked up later.</param>
    /// <param name="options">Which words to include; <see langword="null"/> for the defaults.</param>
    /// <returns>
    /// A vocabulary in order of descending frequency, then in ordinal order: the same on every machine. It is empty, apart from the id of
    /// unknown words, if no word occurs often enough. If <see cref="UnknownWord"/> itself occurs in the texts and unknown words have an id,
    /// it has that id too.
    /// </returns>
    /// <exception cref="ArgumentException">A text is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static Vocabulary Build(IEnumerable<string> texts, ITokenizer tokenizer, VocabularyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(tokenizer);
        WordCounts counts = new();
        int number = 0;
        foreach (string text in texts)
        {
            if (text is null)
                throw new ArgumentException($"Text {number} is null.", nameof(texts));
            counts.Add(text, tokenizer);
            number++;
        }
        return Of(counts, tokenizer, options ?? new VocabularyOptions(), out _);
    }

    /// <summary>Builds a vocabulary from counted words.</summary>
    /// <param name="counts">The words. Useless sub-words are removed from them.</param>
    /// <param name="tokenizer">What the texts were split by.</param>
    /// <param name="options">Which words to include.</param>
    /// <param name="minimumCount">The minimum count that was used.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    internal static Vocabulary Of(WordCounts counts, ITokenizer tokenizer, VocabularyOptions options, out int minimumCount)
    {
        options.Check();
        minimumCount = options.MinimumCount ?? counts.UsualMinimum();
        if (tokenizer is SubwordTokenizer && options.UnknownWords == UnknownWords.Skip) counts.RemoveUselessSubwords();
        List<string> words = counts.MostFrequent(minimumCount, options.UnknownWords == UnknownWords.OneId ? UnknownWord : null);
        if (words.Count > options.MaximumSize)
            words.RemoveRange(options.MaximumSize, words.Count - options.MaximumSize);
        return new Vocabulary(words, options.UnknownWords);
    }

    /// <summary>Creates a vocabulary of given words.</summary>
    /// <param name="words">The words; the first has id 0.</param>
    /// <param name="unknownWords">
    /// How other words are treated. With <see cref="UnknownWords.OneId"/>, <see cref="UnknownWord"/> is appended unless it is already the
    /// last word, so the <see cref="Words"/> of a vocabulary recreate it.
    /// </param>
    /// <exception cref="ArgumentException">
    /// A word is null, empty or given twice, or <see cref="UnknownWord"/> isn't the last word although unknown words have an id.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unknownWords"/> isn't a defined value.</exception>
    public static Vocabulary FromWords(IEnumerable<string> words, UnknownWords unknownWords = UnknownWords.Skip)
    {
        ArgumentNullException.ThrowIfNull(words);
        OptionRange.Check(unknownWords, nameof(unknownWords));
        return new Vocabulary([.. words], unknownWords);
    }

    /// <summary>Looks up a known word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="id">Its id; 0 if the word is unknown.</param>
    /// <returns>True if it is one of <see cref="Words"/>.</returns>
    public bool TryGetId(ReadOnlySpan<char> word, out int id)
    {
        int found = _ids.GetId(word);
        id = Math.Max(found, 0);
        return found >= 0;
    }

    /// <summary>Returns the id of any word.</summary>
    /// <param name="word">The word.</param>
    /// <returns>Its id if it is known, else <see cref="UnknownId"/>, or −1 if unknown words have no id.</returns>
    public int GetId(ReadOnlySpan<char> word)
    {
        int id = _ids.GetId(word);
        return id >= 0 ? id : UnknownId ?? -1;
    }

    private static WordIndex Number(List<string> words)
    {
        WordIndex ids = new(words.Count + 1);
        for (int id = 0; id < words.Count; id++)
        {
            string word = words[id];
            if (string.IsNullOrEmpty(word))
                throw new ArgumentException($"Word {id} is {(word is null ? "null" : "empty")}.", nameof(words));
            if (!ids.TryAdd(word, id))
                throw new ArgumentException($"Word {id}, \"{word}\", is word {ids.GetId(word)} already.", nameof(words));
        }
        return ids;
    }

    private static int AddUnknown(List<string> words, WordIndex ids)
    {
        int id = ids.GetId(UnknownWord);
        if (id < 0)
        {
            id = words.Count;
            words.Add(UnknownWord);
            ids.TryAdd(UnknownWord, id);
        }
        if (id != words.Count - 1)
        {
            throw new ArgumentException(
                $"Word {id} of {words.Count} is \"{UnknownWord}\", which has to be the last or left out.", nameof(words));
        }
        return id;
    }
}
