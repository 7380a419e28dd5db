using System.Runtime.InteropServices;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Numbers the distinct words of texts, from 0, in the order of their first occurrence. Not thread-safe.</summary>
/// <param name="common">
/// The numbers to share, which don't change any more; the other words of a text then have numbers of that text alone. Null for none.
/// </param>
internal sealed class WordNumbers(WordNumbers? common = null)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly TokenBuffer _tokens = new();

    private Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup => _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The words in the order of their numbers.</summary>
    public string[] Words => [.. _numbers.OrderBy(word => word.Value).Select(word => word.Key)];

    /// <summary>Returns the numbers of the words of all texts.</summary>
    /// <exception cref="OperationCanceledException">The work was canceled.</exception>
    public int[][] OfAll(IReadOnlyList<LabeledText> texts, CancellationToken cancellationToken)
    {
        int[][] words = new int[texts.Count][];
        for (int t = 0; t < words.Length; t++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            words[t] = Of(texts[t].Text);
        }

        return words;
    }

    /// <summary>Returns the numbers of a text's words, in their order.</summary>
    public int[] Of(string text)
    {
        _tokens.Clear();
        if (common is not null) _numbers.Clear();
        WordTokenizer.Default.Tokenize(text, _tokens);
        int[] words = new int[_tokens.Count];
        for (int at = 0; at < words.Length; at++)
        {
            ReadOnlySpan<char> word = _tokens.Word(at);
            if (common is not null && common.Lookup.TryGetValue(word, out words[at])) continue;
            int next = _numbers.Count + (common?._numbers.Count ?? 0);
            ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(Lookup, word, out bool exists);
            if (!exists) number = next;
            words[at] = number;
        }

        return words;
    }
}
