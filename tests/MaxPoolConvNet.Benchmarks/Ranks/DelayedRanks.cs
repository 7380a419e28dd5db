using System.Diagnostics;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Ranks;

/// <summary>Ranks whose operations take as long as they would over a slower network.</summary>
/// <param name="ranks">The ranks.</param>
/// <param name="link">The slower network.</param>
internal sealed class DelayedRanks(IRankGroup ranks, Link link) : IRankGroup
{
    public int Rank => ranks.Rank;

    public int Count => ranks.Count;

    public void AllGather(ReadOnlySpan<byte> own, Span<byte> all, ReadOnlySpan<int> lengths)
    {
        ranks.AllGather(own, all, lengths);
        Wait(link.Seconds(Count, Sum(lengths) - own.Length));
    }

    public void Broadcast(Span<byte> bytes, int sender)
    {
        ranks.Broadcast(bytes, sender);
        Wait(link.Seconds(Count, bytes.Length));
    }

    public void Send(ReadOnlySpan<byte> bytes, int receiver) => ranks.Send(bytes, receiver);

    public void Receive(Span<byte> bytes, int sender)
    {
        ranks.Receive(bytes, sender);
        Wait(link.Seconds(2, bytes.Length));
    }

    public IRankGroup Split(int part) => new DelayedRanks(ranks.Split(part), link);

    private static long Sum(ReadOnlySpan<int> lengths)
    {
        long sum = 0;
        foreach (int length in lengths)
            sum += length;
        return sum;
    }

    /// <summary>Waits to some microseconds: sleeps while more than two milliseconds are left, and yields in the rest.</summary>
    private static void Wait(double seconds)
    {
        long begin = Stopwatch.GetTimestamp();
        for (double left = seconds; left > 0; left = seconds - Stopwatch.GetElapsedTime(begin).TotalSeconds)
        {
            if (left > 0.002) Thread.Sleep(1);
            else Thread.Yield();
        }
    }
}
