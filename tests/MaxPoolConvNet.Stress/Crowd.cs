using System.Runtime.ExceptionServices;

namespace MaxPoolConvNet.Stress;

/// <summary>Threads of their own, more than processors: not those of the pool, which come one by one.</summary>
internal static class Crowd
{
    /// <summary>Runs work on threads and waits for all; rethrows the first failure.</summary>
    public static void Run(int threads, Action<int> work)
    {
        Exception? failure = null;
        Thread[] crowd =
        [
            .. Enumerable.Range(0, threads).Select(number => new Thread(() =>
            {
                try
                {
                    work(number);
                }
                catch (Exception problem)
                {
                    Interlocked.CompareExchange(ref failure, problem, null);
                }
            })),
        ];
        foreach (Thread thread in crowd)
            thread.Start();
        foreach (Thread thread in crowd)
            thread.Join();
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
    }
}
