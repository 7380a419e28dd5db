using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>
/// At which positions of a bank's windows the words of a batch stand: without padding a text's first word is never the last of a window.
/// Only rows of these positions are read, so that no others need be computed, about a tenth of all.
/// </summary>
internal sealed class PositionUse(int width, Padding padding)
{
    private int[] _first = [];
    private int[] _last = [];
    private int _words;

    /// <summary>Begins anew with so many words, none of which is used.</summary>
    public void Reset(int words)
    {
        _words = words;
        if (_first.Length < words) (_first, _last) = (new int[2 * words], new int[2 * words]);
        _first.AsSpan(0, words).Fill(width);
        _last.AsSpan(0, words).Fill(-1);
    }

    /// <summary>Adds the words of a text: from the first to the last position that each of them has in any window, all count as
    /// used.</summary>
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

    /// <summary>The words that are used at a position, in their order.</summary>
    /// <param name="position">From 0 to k − 1.</param>
    /// <param name="words">Receives them, and has room for all.</param>
    /// <returns>How many they are.</returns>
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
