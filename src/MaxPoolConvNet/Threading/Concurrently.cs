using System.Runtime.ExceptionServices;

namespace MaxPoolConvNet;

/// <summary>Runs long pieces of work concurrently.</summary>
internal static class Concurrently
{
    /// <summary>Runs pieces of work, several at a time; an exception of one is rethrown unchanged.</summary>
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
}
