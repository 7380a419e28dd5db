using System.Runtime.InteropServices;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Numbers the distinct words of texts, from 0, in the order of their first occurrence. Not thread-safe.</summary>
internal sealed class WordNumbers
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly TokenBuffer _tokens = new();

    public WordNumbers() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

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
        WordTokenizer.Default.Tokenize(text, _tokens);
        int[] words = new int[_tokens.Count];
        for (int at = 0; at < words.Length; at++)
        {
            int next = _numbers.Count;
            ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_lookup, _tokens.Word(at), out bool exists);
            if (!exists) number = next;
            words[at] = number;
        }

        return words;
    }
}
