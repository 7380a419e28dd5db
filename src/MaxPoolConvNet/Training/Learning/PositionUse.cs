using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>Finds the positions of a bank's windows at which the words of a batch occur.</summary>
/// <remarks>
/// Without padding, for example, a text's first word is never the last of a window. Rows of unused positions, about a tenth of all, are
/// never read and needn't be computed.
/// </remarks>
internal sealed class PositionUse(int width, Padding padding)
{
    private int[] _first = [];
    private int[] _last = [];
    private int _words;

    /// <summary>Starts over with a number of words, all of them unused.</summary>
    public void Reset(int words)
    {
        _words = words;
        if (_first.Length < words) (_first, _last) = (new int[2 * words], new int[2 * words]);
        _first.AsSpan(0, words).Fill(width);
        _last.AsSpan(0, words).Fill(-1);
    }

    /// <summary>Adds the words of a text. All positions from a word's first to its last in any window count as used.</summary>
    public void Add(ReadOnlySpan<int> text)
    {
        int before = padding.Before(width);
        int lastWindow = padding.PaddedLength(text.Length, width) - width;
        for (int at = 0; at < text.Length; at++)
        {
            int padded = at + before;
            int word = text[at];
            _first[word] = Math.Min(_first[word], Math.Max(0, padded - lastWindow));
            _last[word] = Math.Max(_last[word], Math.Min(width - 1, padded));
        }
    }

    /// <summary>Finds the words that are used at a position, in their order.</summary>
    /// <param name="position">The position, from 0 to k − 1.</param>
    /// <param name="words">Receives the words. Must have room for all words.</param>
    /// <returns>The number of words found.</returns>
    public int At(int position, Span<int> words)
    {
        int count = 0;
        for (int word = 0; word < _words; word++)
        {
            words[count] = word;
            count += _first[word] <= position && position <= _last[word] ? 1 : 0;
        }

        return count;
    }
}
