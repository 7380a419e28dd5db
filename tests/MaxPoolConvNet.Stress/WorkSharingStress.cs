namespace MaxPoolConvNet.Stress;

/// <summary>Runs of pieces, some of which fail: every piece runs once, on a worker of its own, and a failure arrives when all are done.</summary>
internal sealed class WorkSharingStress : IStress
{
    public string Name => "work sharing";

    public long Run(StressOptions options, CancellationToken until)
    {
        long runs = 0;
        // one caller per sharing at a time; several sharings use the pool's threads at once
        Parallel.For(0, Math.Max(2, options.Threads / 8), new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, caller =>
        {
            var sharing = new WorkSharing(Math.Max(2, Environment.ProcessorCount));
            var yields = new Yields(options.Seed + caller);
            int[] times = new int[200];
            int[] running = new int[sharing.Threads];
            while (!until.IsCancellationRequested)
            {
                RunOnce(sharing, yields, times, running);
                Interlocked.Increment(ref runs);
            }
        });
        return runs;
    }

    private static void RunOnce(WorkSharing sharing, Yields yields, int[] times, int[] running)
    {
        int pieces = yields.Below(times.Length);
        int failing = yields.Below(10) == 0 && pieces > 0 ? yields.Below(pieces) : -1;
        int seed = yields.Below(int.MaxValue);
        Array.Clear(times);
        bool failed = false;
        try
        {
            sharing.Run(pieces, (piece, worker) =>
            {
                if (Interlocked.Increment(ref running[worker]) != 1) throw new WrongAnswerException($"worker {worker} has two pieces at once");
                Interlocked.Increment(ref times[piece]);
                if (((seed >> (piece % 30)) & 3) == 0) Thread.Yield();
                Interlocked.Decrement(ref running[worker]);
                if (piece == failing) throw new InvalidOperationException();
            });
        }
        catch (InvalidOperationException)
        {
            failed = true;
        }

        if (failed != (failing >= 0)) throw new WrongAnswerException($"piece {failing} of {pieces} was to fail, and the run {(failed ? "failed" : "did not")}");
        if (running.Any(count => count != 0)) throw new WrongAnswerException("a piece still runs after its run");
        if (!failed && (times.Take(pieces).Any(count => count != 1) || times.Skip(pieces).Any(count => count != 0)))
            throw new WrongAnswerException($"of {pieces} pieces, some ran {times.Max()} times, some {times.Take(pieces).Min()}");
    }
}
