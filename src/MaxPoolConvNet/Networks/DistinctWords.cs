namespace MaxPoolConvNet.Networks;

/// <summary>The distinct words of one or many texts, numbered in the order of their first occurrence.</summary>
/// <param name="vocabularySize">Ids are below it.</param>
internal sealed class DistinctWords(int vocabularySize)
{
    // a word's number plus 1; 0 before its first occurrence
    private readonly int[] _numbers = new int[vocabularySize];
    private int[] _words = new int[64];

    public int Count { get; private set; }

    /// <summary>The ids, in the order of their numbers.</summary>
    public ReadOnlySpan<int> Words => _words.AsSpan(0, Count);

    public void Clear()
    {
        foreach (int word in Words)
            _numbers[word] = 0;
        Count = 0;
    }

    /// <summary>Adds a text's words and returns the number of each.</summary>
    public void Add(ReadOnlySpan<int> wordIds, Span<int> numbers)
    {
        for (int at = 0; at < wordIds.Length; at++)
        {
            ref int number = ref _numbers[wordIds[at]];
            if (number == 0)
            {
                if (Count == _words.Length) Array.Resize(ref _words, 2 * Count);
                _words[Count++] = wordIds[at];
                number = Count;
            }

            numbers[at] = number - 1;
        }
    }
}
