namespace MaxPoolConvNet.Benchmarks.Words;

/// <summary>Texts whose words are looked up: the words one after the other in one array, as a tokenizer writes them.</summary>
internal sealed class SoughtWords
{
    private const int WordsPerText = 20;

    private readonly char[] _chars;
    private readonly int[] _ends;

    /// <param name="words">The words, whole texts of 20.</param>
    public SoughtWords(IReadOnlyList<string> words)
    {
        _chars = [.. words.SelectMany(word => word)];
        _ends = new int[words.Count];
        for (int word = 0, end = 0; word < words.Count; word++)
            _ends[word] = end += words[word].Length;
    }

    /// <summary>Looks up all words, and after each text reads its words' rows of a table, if there is one.</summary>
    /// <returns>The sum of all ids: the same for every way to look up.</returns>
    public long SumOfIds<TLookup>(TLookup lookup, WordRows? rows)
        where TLookup : struct, IWordLookup
    {
        Span<int> ids = stackalloc int[WordsPerText];
        long sum = 0;
        int start = 0;
        for (int text = 0; text < _ends.Length; text += WordsPerText)
        {
            int known = 0;
            foreach (int end in _ends.AsSpan(text, WordsPerText))
            {
                int id = lookup.GetId(_chars.AsSpan(start, end - start));
                start = end;
                sum += id;
                if (id >= 0) ids[known++] = id;
            }

            rows?.Read(ids[..known]);
        }

        return sum;
    }
}
