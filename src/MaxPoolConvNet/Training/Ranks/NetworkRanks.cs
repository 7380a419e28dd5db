using System.Runtime.InteropServices;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>What ranks that share a training give to each other: groups of ranks train one network after the other.</summary>
internal sealed class NetworkRanks
{
    private readonly MeasuredRanks? _all;
    private readonly NetworkDivision _division;
    private readonly IRankGroup? _group;

    /// <param name="ranks">All ranks; null for this process alone.</param>
    /// <param name="division">The division of the networks among them.</param>
    /// <param name="time">The clock that measures exchanges.</param>
    public NetworkRanks(IRankGroup? ranks, NetworkDivision division, TimeProvider time)
    {
        _division = division;
        if (ranks is not { Count: > 1 }) return;
        _all = new MeasuredRanks(ranks, new ExchangeMeter(time));
        _group = _all.Split(division.Group);
        if (division.Shares is { } shares) Sharing = new FilterSharing(_group, shares);
    }

    /// <summary>What this rank exchanges with those that train the same networks; null if it trains its networks alone.</summary>
    public FilterSharing? Sharing { get; }

    /// <summary>The filters of the own networks that this rank has.</summary>
    public FilterShare Share => _division.Share;

    /// <summary>Whether this rank puts the classifier together.</summary>
    public bool IsFirst => _division.IsFirst;

    /// <summary>Counts what this rank exchanges; null for this process alone.</summary>
    public ExchangeMeter? Meter => _all?.Meter;

    /// <inheritdoc cref="RankExchange.CheckSame"/>
    public void CheckSame(string configuration) => _all?.CheckSame(configuration);

    /// <summary>Whether this rank trains a network, or a part of its filters.</summary>
    public bool IsOwn(int network) => _division.IsOwn(network);

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
        (int first, int count) = networks.GetOffsetAndLength(_division.Networks);
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
        int ranks = _division.RanksOf(_division.GroupOf(network));
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
            int rank = FirstRankOf(network) + r;
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
        if (state is not null && !IsOwn(network)) Relay(state.Stream, owner, isReading);
        else if (IsOwn(network) && (owner == 0 || Sharing is { IsFirst: false }))
        {
            // the owner writes a network that it reads, to find its length
            if (owner > 0 && isReading) Exchange(trainer, null, isReading: false);
            Exchange(trainer, state, isReading);
        }
        else if (IsOwn(network) && isReading) Read(trainer);
        else if (IsOwn(network))
        {
            using var sent = new SendingStream(_all!, to: 0);
            Exchange(trainer, new StateWriter(sent), isReading);
        }
    }

    private void Exchange(NetworkTrainer trainer, ITrainingState? state, bool isReading) =>
        trainer.Exchange(Sharing is null ? state! : new SharedState(_group!, Sharing.Shares, _division.Form, state, isReading));

    private void Read(NetworkTrainer trainer)
    {
        // the first rank doesn't know how long a network's state is
        using var counted = new CountingStream();
        Exchange(trainer, new StateWriter(counted), isReading: false);
        long length = counted.Position;
        _all!.Send(MemoryMarshal.AsBytes(new ReadOnlySpan<long>(ref length)), receiver: 0);
        using var received = new ReceivingStream(_all!, from: 0);
        Exchange(trainer, new StateReader(received, "checkpoint"), isReading: true);
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

    private int FirstRankOf(int network) => _division.FirstRankOf(network);
}
