namespace MaxPoolConvNet.Benchmarks.Words;

/// <summary>A dictionary, asked by span.</summary>
internal readonly struct DictionaryLookup(Dictionary<string, int> ids) : IWordLookup
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _ids = ids.GetAlternateLookup<ReadOnlySpan<char>>();

    public static Dictionary<string, int> Build(IReadOnlyList<string> words)
    {
        var ids = new Dictionary<string, int>(words.Count, StringComparer.Ordinal);
        for (int id = 0; id < words.Count; id++)
            ids.TryAdd(words[id], id);
        return ids;
    }

    public int GetId(ReadOnlySpan<char> word) => _ids.TryGetValue(word, out int id) ? id : -1;
}
