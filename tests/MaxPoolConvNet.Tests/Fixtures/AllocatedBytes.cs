namespace MaxPoolConvNet.Tests;

/// <summary>What work allocates on its thread.</summary>
internal static class AllocatedBytes
{
    /// <summary>
    /// The least of three times: what the work itself allocates it allocates every time, but now and then the runtime allocates something of
    /// its own on a thread, once, such as when it compiles a method again.
    /// </summary>
    public static long LeastOf(Action work)
    {
        long least = long.MaxValue;
        for (int time = 0; time < 3; time++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
