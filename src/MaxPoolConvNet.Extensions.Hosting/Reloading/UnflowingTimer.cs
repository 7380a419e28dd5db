namespace MaxPoolConvNet.Extensions.Hosting;

/// <summary>Creates timers that don't keep the execution context of their creator, which may be a request.</summary>
internal static class UnflowingTimer
{
    public static ITimer Create(TimeProvider time, Action tick, TimeSpan interval)
    {
        if (ExecutionContext.IsFlowSuppressed()) return Begin(time, tick, interval);
        using (ExecutionContext.SuppressFlow()) return Begin(time, tick, interval);
    }

    private static ITimer Begin(TimeProvider time, Action tick, TimeSpan interval) =>
        time.CreateTimer(static state => ((Action)state!)(), tick, interval, interval);
}
