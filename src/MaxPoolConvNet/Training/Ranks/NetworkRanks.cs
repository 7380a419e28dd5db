using System.Runtime.InteropServices;
using System.Text;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>The division of a training among ranks: groups of ranks train one network after the other, and share its filters.</summary>
/// <remarks>
/// Networks need nothing of each other, so that they are divided first. Filters are shared where there are more ranks than networks, or
/// where batches are large enough to hide the time of an exchange and every group then gets as many networks.
/// </remarks>
internal sealed class NetworkRanks
{
    /// <summary>From this number of texts on, a step takes far longer than its exchange.</summary>
    private const int LargeBatch = 16;

    private const string Fewer = "fewer options";

    private readonly IRankGroup? _all;
    private readonly int[] _groupOfNetwork;
    private readonly int[] _firstRanks;
    private readonly int _group;

    private NetworkRanks(int networks)
    {
        _groupOfNetwork = new int[networks];
        _firstRanks = [0, 1];
    }

    /// <param name="all">All ranks.</param>
    /// <param name="options">The options of the training, resolved.</param>
    /// <param name="textCounts">The number of texts of each network.</param>
    /// <exception cref="ArgumentException">There are more ranks than can share the filters.</exception>
    private NetworkRanks(IRankGroup all, TrainingOptions options, IReadOnlyList<int> textCounts)
    {
        _all = all;
        int groups = Groups(all.Count, options, textCounts.Count);
        int working = CanShareFilters(options) ? all.Count : groups;
        _firstRanks = [.. Enumerable.Range(0, groups + 1).Select(group => working * group / groups)];
        _group = Array.FindLastIndex(_firstRanks, first => first <= all.Rank);
        _groupOfNetwork = RankedParts.Assign(textCounts, [.. _firstRanks.Zip(_firstRanks.Skip(1), (first, next) => next - first)]);
        IRankGroup own = all.Split(_group);
        if (_group == groups || own.Count == 1) return;
        FilterGroup[] filters = [.. options.Network.WordFilters, .. options.Network.Embedding?.VectorFilters ?? []];
        int shards = FilterShards.Count(options.Network.Features);
        Sharing = own.Count <= shards
            ? new FilterSharing(own, FilterShare.Divide(filters, own.Count))
            : throw new ArgumentException(
                $"there are {all.Count} ranks for {textCounts.Count} network{(textCounts.Count == 1 ? "" : "s")} of {shards} times "
                + $"{FilterShards.Size} filters; at most {groups * shards} ranks can share the work");
    }

    /// <summary>What this rank exchanges with those that train the same networks; null if it trains its networks alone.</summary>
    public FilterSharing? Sharing { get; }

    /// <summary>The filters of the own networks that this rank has.</summary>
    public FilterShare Share => Sharing?.Own ?? FilterShare.All;

    /// <summary>Whether this rank puts the classifier together.</summary>
    public bool IsFirst => _all is null || _all.Rank == 0;

    /// <summary>Divides the work of a training.</summary>
    /// <exception cref="ArgumentException">There are more ranks than can share the filters.</exception>
    public static NetworkRanks Of(TrainingOptions options, IReadOnlyList<int> textCounts) =>
        options.Ranks is { Count: > 1 } ranks ? new NetworkRanks(ranks, options, textCounts) : new NetworkRanks(textCounts.Count);

    /// <summary>Checks that all ranks train with the same options on the same texts.</summary>
    /// <exception cref="ArgumentException">They don't.</exception>
    public void CheckSame(string configuration)
    {
        if (_all is null) return;
        byte[][] all = _all.AllGatherParts<byte>(Encoding.UTF8.GetBytes(configuration));
        string[] first = Encoding.UTF8.GetString(all[0]).Split('\n');
        for (int rank = 1; rank < all.Length; rank++)
        {
            string[] other = Encoding.UTF8.GetString(all[rank]).Split('\n');
            for (int line = 0; line < Math.Max(first.Length, other.Length); line++)
            {
                (string? theirs, string? ours) = (other.ElementAtOrDefault(line), first.ElementAtOrDefault(line));
                if (theirs != ours)
                {
                    throw new ArgumentException(
                        $"rank {rank} trains with {theirs ?? Fewer}, rank 0 with {ours ?? Fewer}; "
                        + "all ranks need the same options and texts");
                }
            }
        }
    }

    /// <summary>Whether this rank trains a network, or a part of its filters.</summary>
    public bool IsOwn(int network) => _groupOfNetwork[network] == _group;

    /// <summary>Gives the tallies of all networks to all ranks.</summary>
    public void ExchangeTallies(IReadOnlyList<NetworkTrainer> networks)
    {
        if (_all is null) return;
        var own = new NetworkTally[networks.Count];
        for (int n = 0; n < own.Length; n++)
        {
            if (IsOwn(n)) own[n] = networks[n].Counted;
        }

        NetworkTally[] all = _all.AllGather<NetworkTally>(own);
        for (int n = 0; n < own.Length; n++)
            networks[n].Counted = all[(FirstRankOf(n) * own.Length) + n];
    }

    /// <summary>Runs work for each of the own networks, concurrently unless their filters are shared.</summary>
    /// <param name="networks">The indices of the networks.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="work">The work.</param>
    public void ForEachOwn(Range networks, int threads, Action<int> work)
    {
        (int first, int count) = networks.GetOffsetAndLength(_groupOfNetwork.Length);
        int[] own = [.. Enumerable.Range(first, count).Where(IsOwn)];
        if (Sharing is null)
        {
            Concurrently.ForEach(own.Length, threads, n => work(own[n]), CancellationToken.None);
            return;
        }

        // all ranks have to exchange what belongs to the same network
        foreach (int network in own)
            work(network);
    }

    /// <summary>Computes numbers for each of some networks at their ranks, and gives them to all ranks.</summary>
    /// <param name="first">The index of the first of the networks.</param>
    /// <param name="count">The number of networks.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="numbersOf">Computes the numbers of a network, which is given by its number from 0.</param>
    public float[][] OfOwn(int first, int count, int threads, Func<int, float[]> numbersOf)
    {
        float[][] numbers = new float[count][];
        ForEachOwn(first..(first + count), threads, network => numbers[network - first] = numbersOf(network - first));
        for (int n = 0; n < count && _all is not null; n++)
        {
            int from = FirstRankOf(first + n);
            numbers[n] = _all.AllGatherParts<float>(_all.Rank == from ? numbers[n] : [])[from];
        }

        return numbers;
    }

    /// <summary>Gives a network, which its ranks have or share, to the first rank.</summary>
    /// <param name="network">The index of the network.</param>
    /// <param name="own">The network or its part; null if it's a network of other ranks.</param>
    /// <param name="receiver">Makes a network, or a part of it, that receives weights.</param>
    /// <returns>The whole network at the first rank; null at the others.</returns>
    public Network<float>? Gather(int network, Network<float>? own, Func<FilterShare, Network<float>> receiver)
    {
        int group = _groupOfNetwork[network];
        int ranks = _firstRanks[group + 1] - _firstRanks[group];
        if (_all is null || (ranks == 1 && IsOwn(network) && IsFirst)) return own;
        if (!IsFirst)
        {
            if (!IsOwn(network)) return null;
            using var sent = new SendingStream(_all, to: 0);
            NetworkState.Exchange(own!, new StateWriter(sent));
            return null;
        }

        Network<float> whole = receiver(FilterShare.All);
        IEnumerable<FilterGroup> filters = whole.Tables.Select(table => new FilterGroup(table.Width, table.Filters));
        FilterShare[] shares = ranks == 1 ? [FilterShare.All] : FilterShare.Divide(filters, ranks);
        for (int r = 0; r < ranks; r++)
        {
            int rank = _firstRanks[group] + r;
            Network<float> part = rank == 0 ? own! : ranks == 1 ? whole : receiver(shares[r]);
            if (rank > 0)
            {
                using var received = new ReceivingStream(_all, rank);
                NetworkState.Exchange(part, new StateReader(received, FormattableString.Invariant($"rank {rank}")));
            }

            if (ranks > 1) NetworkParts.CopyTo(part, shares[r], whole);
        }

        return whole;
    }

    /// <summary>Whether a training continues from what the first rank has read; all ranks know it.</summary>
    public bool Agree(bool isFirstReading) => _all is null ? isFirstReading : _all.AllGather<int>([isFirstReading ? 1 : 0])[0] == 1;

    /// <summary>Writes the state of a network to the checkpoint of the first rank, or reads it from there.</summary>
    /// <param name="network">The index of the network.</param>
    /// <param name="trainer">The network.</param>
    /// <param name="state">The checkpoint; null at the other ranks.</param>
    /// <param name="isReading">Whether the checkpoint is read.</param>
    public void Exchange(int network, NetworkTrainer trainer, ITrainingState? state, bool isReading)
    {
        int owner = FirstRankOf(network);
        if (state is not null && IsOwn(network)) trainer.Exchange(state);
        else if (state is not null) Relay(state.Stream, owner, isReading);
        else if (IsOwn(network) && isReading) Read(trainer);
        else if (IsOwn(network))
        {
            using var sent = new SendingStream(_all!, to: 0);
            trainer.Exchange(new StateWriter(sent));
        }
    }

    private void Read(NetworkTrainer trainer)
    {
        // the first rank doesn't know how long a network's state is
        using var counted = new CountingStream();
        trainer.Exchange(new StateWriter(counted));
        long length = counted.Position;
        _all!.Send(MemoryMarshal.AsBytes(new ReadOnlySpan<long>(ref length)), receiver: 0);
        using var received = new ReceivingStream(_all!, from: 0);
        trainer.Exchange(new StateReader(received, "checkpoint"));
    }

    private void Relay(Stream file, int owner, bool isReading)
    {
        if (!isReading)
        {
            using var received = new ReceivingStream(_all!, owner);
            received.CopyTo(file);
            return;
        }

        long length = 0;
        _all!.Receive(MemoryMarshal.AsBytes(new Span<long>(ref length)), owner);
        using var sent = new SendingStream(_all, owner);
        byte[] block = new byte[1 << 16];
        for (; length > 0; length -= block.Length)
        {
            Span<byte> some = block.AsSpan(0, (int)Math.Min(block.Length, length));
            file.ReadExactly(some);
            sent.Write(some);
        }
    }

    /// <summary>Gives a classifier's file, which the first rank writes, to all ranks.</summary>
    /// <param name="write">Writes it at the first rank.</param>
    /// <returns>The file; null at the first rank.</returns>
    public MemoryStream? Broadcast(Action<Stream> write)
    {
        if (_all is null) return null;
        MemoryStream? written = null;
        if (IsFirst) write(written = new MemoryStream());
        MemoryStream file = _all.Broadcast(written, 0);
        return IsFirst ? null : file;
    }

    /// <summary>Whether ranks can share filters: a checkpoint has whole networks.</summary>
    private static bool CanShareFilters(TrainingOptions options) => options.Checkpoint is null;

    private static int Groups(int ranks, TrainingOptions options, int networks)
    {
        int most = Math.Min(ranks, networks);
        return options.BatchSize < LargeBatch || !CanShareFilters(options)
            ? most
            : Enumerable.Range(1, most).Last(groups => networks % groups == 0 && ranks % groups == 0);
    }

    private int FirstRankOf(int network) => _firstRanks[_groupOfNetwork[network]];
}
