using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.Networks;

/// <summary>Chooses the entries of a parameter that are compared one by one.</summary>
internal static class CheckedEntries
{
    /// <summary>Returns all entries of some rows, or a random sample of them.</summary>
    /// <remarks>
    /// Half of a sample are entries whose gradient is 0, if there are that many. Most entries of a max-pool's filters have the gradient 0;
    /// an entry that wrongly has it is an error like any other.
    /// </remarks>
    /// <param name="rows">Rows, each once.</param>
    /// <param name="gradient">The gradient of the parameter.</param>
    /// <param name="most">The sample size; null for all entries.</param>
    /// <param name="seed">The seed of the sample.</param>
    public static IReadOnlyCollection<(int Row, int Column)> Choose(IEnumerable<int> rows, Matrix<double> gradient, int? most, ulong seed)
    {
        (int Row, int Column)[] all =
            [.. rows.SelectMany(row => Enumerable.Range(0, gradient.ColumnCount).Select(column => (row, column)))];
        if (most is not { } count || count >= all.Length) return all;
        new CounterRandom(seed).Shuffle(all.AsSpan());
        ILookup<bool, (int Row, int Column)> isZero = all.ToLookup(entry => gradient[entry.Row, entry.Column] == 0);
        int zeros = Math.Max(Math.Min(count / 2, isZero[true].Count()), count - isZero[false].Count());
        return [.. isZero[false].Take(count - zeros), .. isZero[true].Take(zeros)];
    }
}
