using System.Collections.Concurrent;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>Ranks that are threads of this process. A rank that fails ends those that wait for it.</summary>
internal sealed class ThreadRanks : IRankGroup
{
    private readonly World _world;
    private readonly int[] _members;

    private ThreadRanks(World world, int[] members, int rank) => (_world, _members, Rank) = (world, members, rank);

    public int Rank { get; }

    public int Count => _members.Length;

    /// <summary>Runs the same work at each rank; returns what they return, or throws what the first one throws.</summary>
    public static T[] Run<T>(int ranks, Func<IRankGroup, T> work)
    {
        using var world = new World();
        var results = new T[ranks];
        Exception? failure = null;
        Thread[] threads = [.. Enumerable.Range(0, ranks).Select(rank => new Thread(() =>
        {
            try
            {
                results[rank] = work(new ThreadRanks(world, [.. Enumerable.Range(0, ranks)], rank));
            }
            catch (Exception cause)
            {
                Interlocked.CompareExchange(ref failure, cause, null);
                world.End.Cancel();
            }
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        return failure is null ? results : throw failure;
    }

    public void AllGather(ReadOnlySpan<byte> own, Span<byte> all, ReadOnlySpan<int> lengths)
    {
        if (own.Length != lengths[Rank]) throw new ArgumentException($"rank {Rank} has {own.Length} bytes of {lengths[Rank]}");
        for (int rank = 0; rank < Count; rank++)
            if (rank != Rank) Send(own, rank);
        int first = 0;
        for (int rank = 0; rank < Count; rank++)
        {
            Span<byte> part = all.Slice(first, lengths[rank]);
            if (rank == Rank) own.CopyTo(part);
            else Receive(part, rank);
            first += lengths[rank];
        }
    }

    public void Broadcast(Span<byte> bytes, int sender)
    {
        if (Rank != sender)
        {
            Receive(bytes, sender);
            return;
        }

        for (int rank = 0; rank < Count; rank++)
            if (rank != Rank) Send(bytes, rank);
    }

    public void Send(ReadOnlySpan<byte> bytes, int receiver) => _world.Between(_members[Rank], _members[receiver]).Add(bytes.ToArray());

    public void Receive(Span<byte> bytes, int sender)
    {
        byte[] received = _world.Between(_members[sender], _members[Rank]).Take(_world.End.Token);
        if (received.Length != bytes.Length) throw new InvalidOperationException($"{received.Length} bytes came; {bytes.Length} were expected");
        received.CopyTo(bytes);
    }

    public IRankGroup Split(int part)
    {
        int[] parts = new int[Count];
        byte[] all = new byte[Count * sizeof(int)];
        AllGather(BitConverter.GetBytes(part), all, [.. Enumerable.Repeat(sizeof(int), Count)]);
        Buffer.BlockCopy(all, 0, parts, 0, all.Length);
        int[] own = [.. Enumerable.Range(0, Count).Where(rank => parts[rank] == part)];
        return new ThreadRanks(_world, Array.ConvertAll(own, rank => _members[rank]), Array.IndexOf(own, Rank));
    }

    private sealed class World : IDisposable
    {
        private readonly ConcurrentDictionary<(int From, int To), BlockingCollection<byte[]>> _messages = new();

        public CancellationTokenSource End { get; } = new();

        public BlockingCollection<byte[]> Between(int from, int to) => _messages.GetOrAdd((from, to), _ => []);

        public void Dispose() => End.Dispose();
    }
}
