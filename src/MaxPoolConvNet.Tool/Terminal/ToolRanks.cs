using System.Runtime.InteropServices;
using MaxPoolConvNet.Mpi;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Terminal;

/// <summary>This process as one of the ranks that mpirun or srun has started, or as the only one.</summary>
/// <remarks>The first rank alone writes results, notes and files. Open MPI is loaded when a command shares its work.</remarks>
internal sealed class ToolRanks : IDisposable
{
    private readonly int? _rank;
    private MpiProcess? _process;

    private ToolRanks(int? rank) => _rank = rank;

    /// <summary>A process that is no rank.</summary>
    public static ToolRanks Alone => new(null);

    /// <summary>What mpirun or srun say about this process.</summary>
    public static ToolRanks OfProcess => new(MpiProcess.AssignedRank);

    /// <summary>Whether this process is one of several ranks, or may be.</summary>
    public bool IsRank => _rank is not null;

    /// <summary>Whether this process writes the results.</summary>
    public bool IsFirst => _rank is null or 0;

    /// <summary>The ranks that share the work; null if this process isn't a rank. Waits for all ranks when it is first read.</summary>
    public IRankGroup? Group => _rank is null ? null : (_process ??= MpiProcess.Start()).Ranks;

    /// <summary>Where an error occurred, before its message; empty if this process isn't a rank.</summary>
    public string Place => _rank is null ? "" : $"rank {_rank} on {_process?.Host ?? Environment.MachineName}: ";

    /// <summary>Gives the bytes of the first rank to all of them.</summary>
    public byte[] OfFirst(byte[] own)
    {
        if (Group is not { } ranks) return own;
        byte[] length = BitConverter.GetBytes(own.Length);
        ranks.Broadcast(length, sender: 0);
        byte[] first = IsFirst ? own : new byte[BitConverter.ToInt32(length)];
        ranks.Broadcast(first, sender: 0);
        return first;
    }

    /// <summary>Adds up numbers of all ranks; waits for all of them.</summary>
    public long[] Add(long[] own)
    {
        long[][] all = Gather(own);
        return [.. own.Select((_, n) => all.Sum(numbers => numbers[n]))];
    }

    /// <summary>Gives the numbers of each rank, as many at each, to all of them; waits for all of them.</summary>
    public long[][] Gather(long[] own)
    {
        if (Group is not { } ranks) return [own];
        long[] all = new long[ranks.Count * own.Length];
        int[] lengths = [.. Enumerable.Repeat(own.Length * sizeof(long), ranks.Count)];
        ranks.AllGather(MemoryMarshal.AsBytes<long>(own), MemoryMarshal.AsBytes(all.AsSpan()), lengths);
        return [.. all.Chunk(own.Length)];
    }

    /// <summary>Ends all ranks because of an error of this one.</summary>
    public void Abort(int exitCode) => _process?.Abort(exitCode);

    public void Dispose() => _process?.Dispose();
}
