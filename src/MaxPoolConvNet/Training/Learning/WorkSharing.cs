using System.Runtime.ExceptionServices;

namespace MaxPoolConvNet.Training;

/// <summary>Shares work out over threads, each of which does a part of its own.</summary>
internal sealed class WorkSharing(int threads)
{
    private readonly ParallelOptions _options = new() { MaxDegreeOfParallelism = threads };

    public int Threads => threads;

    /// <summary>Runs the work for part 0 … threads − 1, and waits for all.</summary>
    public void Run(Action<int> work)
    {
        if (threads == 1) work(0);
        else Parallel.For(0, threads, _options, work);
    }

    /// <summary>Does some pieces of work, several at a time; what one throws is thrown as it is.</summary>
    public static void ForEach(int pieces, int threads, Action<int> work, CancellationToken cancellationToken = default)
    {
        try
        {
            Parallel.For(0, pieces, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken }, work);
        }
        catch (AggregateException failures) when (failures.InnerExceptions.Count > 0)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }
    }

    /// <summary>The part's share of some pieces, in order.</summary>
    public Range Share(int part, int pieces) =>
        (int)((long)pieces * part / threads)..(int)((long)pieces * (part + 1) / threads);

    /// <summary>The part's share of entries, in whole cache lines.</summary>
    public Range ShareOfLines(int part, int entries)
    {
        Range lines = Share(part, entries / AlignedArray<float>.EntriesPerLine);
        return (lines.Start.Value * AlignedArray<float>.EntriesPerLine)..(lines.End.Value * AlignedArray<float>.EntriesPerLine);
    }
}
