namespace MaxPoolConvNet.Tool.Tuning;

internal static class Workers
{
    /// <summary>Does pieces of work, several at a time, the first ones first; what one throws is thrown as it is.</summary>
    /// <param name="pieces">The number of pieces.</param>
    /// <param name="most">The most at a time.</param>
    /// <param name="work">Does the piece of a number, from 0.</param>
    public static void Run(int pieces, int most, Action<int> work)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = most };
        Parallel.ForAsync(0, pieces, options, (piece, _) =>
        {
            work(piece);
            return ValueTask.CompletedTask;
        }).GetAwaiter().GetResult();
    }
}
