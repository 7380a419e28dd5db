using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Words;

/// <summary>The library's own table.</summary>
internal readonly struct WordIndexLookup(WordIndex index) : IWordLookup
{
    public static WordIndex Build(IReadOnlyList<string> words)
    {
        var index = new WordIndex(words.Count);
        for (int id = 0; id < words.Count; id++)
            index.TryAdd(words[id], id);
        return index;
    }

    public int GetId(ReadOnlySpan<char> word) => index.GetId(word);
}
