using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Text;

/// <summary>Texts grouped by their set of labels, each group in random order.</summary>
/// <remarks>
/// If every text has one label, the groups are in the order in which their labels first occur; else in random order, so that chance decides
/// which of many rare sets are held out together.
/// </remarks>
internal sealed class LabelStrata
{
    private LabelStrata(bool oneLabelEach, List<(ImmutableArray<string> Labels, int[] Indices)> groups)
    {
        OneLabelEach = oneLabelEach;
        Groups = groups;
    }

    /// <summary>Whether every text has exactly one label.</summary>
    public bool OneLabelEach { get; }

    /// <summary>The sets of labels, and the indices of their texts.</summary>
    public IReadOnlyList<(ImmutableArray<string> Labels, int[] Indices)> Groups { get; }

    public static LabelStrata Shuffled(IReadOnlyList<LabeledText> texts, ulong seed)
    {
        bool oneLabelEach = texts.All(text => text.Labels.Length == 1);
        CounterRandom random = new(seed);
        int[] order = [.. Enumerable.Range(0, texts.Count)];
        if (!oneLabelEach) random.Stream(ulong.MaxValue).Shuffle<int>(order);

        Dictionary<ImmutableArray<string>, int> numbers = new(SetOfLabels.Comparer);
        List<List<int>> bySet = [];
        foreach (int index in order)
        {
            ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, texts[index].Labels, out bool isKnown);
            if (!isKnown)
            {
                number = bySet.Count;
                bySet.Add([]);
            }
            bySet[number].Add(index);
        }

        List<(ImmutableArray<string> Labels, int[] Indices)> groups = [];
        foreach (List<int> indices in bySet)
        {
            random.Stream((ulong)groups.Count).Shuffle(CollectionsMarshal.AsSpan(indices));
            groups.Add((texts[indices[0]].Labels, [.. indices]));
        }
        return new LabelStrata(oneLabelEach, groups);
    }

    /// <summary>Compares sets of labels, whose labels are in a fixed order.</summary>
    private sealed class SetOfLabels : IEqualityComparer<ImmutableArray<string>>
    {
        public static SetOfLabels Comparer { get; } = new();

        public bool Equals(ImmutableArray<string> one, ImmutableArray<string> other) => one.AsSpan().SequenceEqual(other.AsSpan());

        public int GetHashCode(ImmutableArray<string> labels) => labels.Aggregate(0, (hash, label) => HashCode.Combine(hash, label));
    }
}
