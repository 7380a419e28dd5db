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
