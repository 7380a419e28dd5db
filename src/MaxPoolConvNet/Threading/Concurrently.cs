using System.Runtime.ExceptionServices;

namespace MaxPoolConvNet;

/// <summary>Long pieces of work beside each other.</summary>
internal static class Concurrently
{
    /// <summary>Does some pieces of work, some at a time; what one throws is thrown as it is.</summary>
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
