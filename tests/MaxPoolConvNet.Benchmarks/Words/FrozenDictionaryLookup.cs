using System.Collections.Frozen;

namespace MaxPoolConvNet.Benchmarks.Words;

/// <summary>A dictionary that is built once for fast look-up, asked by span.</summary>
internal readonly struct FrozenDictionaryLookup(FrozenDictionary<string, int> ids) : IWordLookup
{
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _ids = ids.GetAlternateLookup<ReadOnlySpan<char>>();

    public static FrozenDictionary<string, int> Build(IReadOnlyList<string> words) =>
        DictionaryLookup.Build(words).ToFrozenDictionary(StringComparer.Ordinal);

    public int GetId(ReadOnlySpan<char> word) => _ids.TryGetValue(word, out int id) ? id : -1;
}
