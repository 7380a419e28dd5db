using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Tests;

/// <summary>Ranks that are threads of this process, and only gather.</summary>
internal sealed class BarrierRanks : IRankGroup
{
    private readonly Barrier _barrier;
    private readonly byte[][] _given;

    private BarrierRanks(Barrier barrier, byte[][] given, int rank) => (_barrier, _given, Rank) = (barrier, given, rank);

    public int Rank { get; }

    public int Count => _given.Length;

    /// <summary>Runs the same work at each rank; returns what they return.</summary>
    public static T[] Run<T>(int ranks, Func<IRankGroup, T> work)
    {
        using var barrier = new Barrier(ranks);
        byte[][] given = new byte[ranks][];
        var results = new T[ranks];
        Thread[] threads = [.. Enumerable.Range(0, ranks).Select(rank => new Thread(() => results[rank] = work(new BarrierRanks(barrier, given, rank))))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        return results;
    }

    public void AllGather(ReadOnlySpan<byte> own, Span<byte> all, ReadOnlySpan<int> lengths)
    {
        _given[Rank] = own.ToArray();
        _barrier.SignalAndWait();
        byte[] gathered = [.. _given.SelectMany(bytes => bytes)];
        gathered.CopyTo(all);
        _barrier.SignalAndWait();
    }

    public void Broadcast(Span<byte> bytes, int sender) => throw new NotSupportedException();

    public void Send(ReadOnlySpan<byte> bytes, int receiver) => throw new NotSupportedException();

    public void Receive(Span<byte> bytes, int sender) => throw new NotSupportedException();

    public IRankGroup Split(int part) => throw new NotSupportedException();
}
