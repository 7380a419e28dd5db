namespace MaxPoolConvNet.Text;

/// <summary>Shares one string per distinct label instead of one per line, for a bounded number of labels.</summary>
internal sealed class LabelPool
{
    private const int MaximumCount = 4096;

    private readonly HashSet<string> _labels = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public LabelPool() => _lookup = _labels.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Get(ReadOnlySpan<char> label)
    {
        if (_lookup.TryGetValue(label, out string? known))
            return known;
        string added = new(label);
        if (_labels.Count < MaximumCount)
            _labels.Add(added);
        return added;
    }
}
