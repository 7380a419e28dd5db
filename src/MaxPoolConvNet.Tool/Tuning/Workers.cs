namespace MaxPoolConvNet.Tool.Tuning;

internal static class Workers
{
    /// <summary>Runs pieces of work in parallel, in order of their numbers; an exception is rethrown as it is.</summary>
    /// <param name="pieces">The number of pieces.</param>
    /// <param name="most">The most pieces at a time.</param>
    /// <param name="work">Runs the piece with a number, from 0.</param>
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
