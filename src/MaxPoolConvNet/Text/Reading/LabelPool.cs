using System.Collections.Immutable;

namespace MaxPoolConvNet.Text;

/// <summary>Shares one string and one array per distinct label instead of one per line, for a bounded number of labels.</summary>
internal sealed class LabelPool
{
    private const int MaximumCount = 4096;

    private readonly Dictionary<string, ImmutableArray<string>> _labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public LabelPool() => _lookup = _labels.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Get(ReadOnlySpan<char> label) => GetOne(label)[0];

    /// <summary>The label as the only one of a text.</summary>
    public ImmutableArray<string> GetOne(ReadOnlySpan<char> label)
    {
        if (_lookup.TryGetValue(label, out ImmutableArray<string> known)) return known;
        ImmutableArray<string> added = [new string(label)];
        if (_labels.Count < MaximumCount) _labels.Add(added[0], added);
        return added;
    }
}
