using System.Diagnostics;

namespace MaxPoolConvNet.Benchmarks.Serving;

/// <summary>The memory of this process after a full collection, in bytes.</summary>
/// <param name="Managed">The objects.</param>
/// <param name="Committed">What the collector has taken from the system for them.</param>
/// <param name="WorkingSet">The whole process, with its code and the network's buffers.</param>
internal sealed record MemoryUse(long Managed, long Committed, long WorkingSet)
{
    public static MemoryUse Now()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        return new MemoryUse(GC.GetTotalMemory(forceFullCollection: false), GC.GetGCMemoryInfo().TotalCommittedBytes, process.WorkingSet64);
    }

    public override string ToString() => FormattableString.Invariant($"{Managed / 1e6:F1} MB managed, {WorkingSet / 1e6:F1} MB working set");
}
