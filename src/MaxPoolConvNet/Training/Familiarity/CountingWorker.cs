using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>Counts and sorts the words of texts, in the memory of one thread.</summary>
/// <param name="encoder">Converts a text to word ids.</param>
internal sealed class CountingWorker(TextEncoder encoder)
{
    private readonly EncodedText _text = new();
    private readonly long[] _counts = new long[encoder.Vocabulary.Count];
    private int[] _sorted = new int[64];
    private long _words;

    /// <summary>Counts the words of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="unknownId">The id that isn't counted.</param>
    public void Count(string text, int? unknownId)
    {
        encoder.Encode(text, _text);
        _words += _text.Tokens.Count;
        foreach (int word in _text.WordIds)
        {
            if (word != unknownId) _counts[word]++;
        }
    }

    /// <summary>Adds the counts of each word to those of others.</summary>
    /// <returns>The number of all words, known or not.</returns>
    public long AddTo(long[] counts)
    {
        for (int word = 0; word < counts.Length; word++)
            counts[word] += _counts[word];
        return _words;
    }

    /// <summary>Returns the ids of a text's words, sorted; valid until the next text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Receives the number of its words, known or not.</param>
    public ReadOnlySpan<int> Sorted(string text, out int words)
    {
        encoder.Encode(text, _text);
        words = _text.Tokens.Count;
        ReadOnlySpan<int> ids = _text.WordIds;
        if (_sorted.Length < ids.Length) _sorted = new int[Math.Max(ids.Length, 2 * _sorted.Length)];
        Span<int> sorted = _sorted.AsSpan(0, ids.Length);
        ids.CopyTo(sorted);
        sorted.Sort();
        return sorted;
    }
}
