using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>Which ranks train which networks of a training, and which filters of them. Known before anything is exchanged.</summary>
/// <remarks>
/// Networks need nothing of each other, so that they are divided first. Filters are shared where there are more ranks than networks, or
/// where batches are large enough to hide the time of an exchange and every group then gets as many networks.
/// </remarks>
internal sealed class NetworkDivision
{
    /// <summary>From this number of texts on, a step takes far longer than its exchange.</summary>
    private const int LargeBatch = 16;

    private readonly int[] _groupOfNetwork;
    private readonly int[] _firstRanks;

    private NetworkDivision(int rank, int ranks, TrainingOptions options, IReadOnlyList<int> textCounts)
    {
        int groups = Groups(ranks, options, textCounts.Count);
        Form = options.Network;
        IsFirst = rank == 0;
        _firstRanks = [.. Enumerable.Range(0, groups + 1).Select(group => ranks * group / groups)];
        Group = Array.FindLastIndex(_firstRanks, first => first <= rank);
        _groupOfNetwork = RankedParts.Assign(textCounts, [.. Enumerable.Range(0, groups).Select(RanksOf)]);
        if (Group == groups || RanksOf(Group) == 1) return;
        FilterGroup[] filters = [.. options.Network.WordFilters, .. options.Network.Embedding?.VectorFilters ?? []];
        int shards = FilterShards.Count(options.Network.Features);
        Shares = RanksOf(Group) <= shards
            ? FilterShare.Divide(filters, RanksOf(Group))
            : throw new ArgumentException(
                $"there are {ranks} ranks for {textCounts.Count} network{(textCounts.Count == 1 ? "" : "s")} of {shards} times "
                + $"{FilterShards.Size} filters; at most {groups * shards} ranks can share the work");
        Share = Shares[rank - _firstRanks[Group]];
    }

    /// <summary>The number of networks, those for calibration included.</summary>
    public int Networks => _groupOfNetwork.Length;

    /// <summary>The group of ranks that this rank belongs to; it has no network if there are too few of them.</summary>
    public int Group { get; }

    /// <summary>The form of a whole network.</summary>
    public ConvNetOptions Form { get; }

    /// <summary>The filters that each rank of the group has; null if each of its networks is trained by one rank.</summary>
    public FilterShare[]? Shares { get; }

    /// <summary>The filters of the own networks that this rank has.</summary>
    public FilterShare Share { get; } = FilterShare.All;

    /// <summary>Whether this rank puts the classifier together.</summary>
    public bool IsFirst { get; }

    /// <summary>Divides the work of a training.</summary>
    /// <param name="options">The options of the training, resolved.</param>
    /// <param name="textCounts">The number of texts of each network.</param>
    /// <exception cref="ArgumentException">There are more ranks than can share the filters.</exception>
    public static NetworkDivision Of(TrainingOptions options, IReadOnlyList<int> textCounts) =>
        new(options.Ranks?.Rank ?? 0, options.Ranks?.Count ?? 1, options, textCounts);

    /// <summary>Whether this rank trains a network, or a part of its filters.</summary>
    public bool IsOwn(int network) => GroupOf(network) == Group;

    public int GroupOf(int network) => _groupOfNetwork[network];

    public int FirstRankOf(int network) => _firstRanks[GroupOf(network)];

    /// <summary>The number of ranks of a group.</summary>
    public int RanksOf(int group) => _firstRanks[group + 1] - _firstRanks[group];

    private static int Groups(int ranks, TrainingOptions options, int networks)
    {
        int most = Math.Min(ranks, networks);
        return options.BatchSize < LargeBatch
            ? most
            : Enumerable.Range(1, most).Last(groups => networks % groups == 0 && ranks % groups == 0);
    }
}
