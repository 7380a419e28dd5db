namespace MaxPoolConvNet.Benchmarks.Peers.Equality;

/// <summary>How far a peer's numbers are from the library's.</summary>
/// <param name="Peer">Whose numbers.</param>
/// <param name="Block">Which numbers.</param>
/// <param name="Largest">The largest difference.</param>
/// <param name="LargestEntry">The library's entry of the largest magnitude.</param>
internal sealed record Difference(string Peer, string Block, double Largest, double LargestEntry)
{
    /// <summary>The most that is taken for rounding, relative to the block's largest entry.</summary>
    public const double Tolerance = 1e-4;

    public double Relative => Largest / LargestEntry;

    /// <summary>False for what isn't a number, too.</summary>
    public bool IsRounding => Relative <= Tolerance;

    /// <exception cref="InvalidOperationException">The peer has another number of entries.</exception>
    public static Difference Of(string peer, string block, IReadOnlyList<float> own, IReadOnlyList<float> theirs)
    {
        if (own.Count != theirs.Count) throw new InvalidOperationException($"{block} has {own.Count} entries; those of {peer} are {theirs.Count}");
        double largest = 0;
        for (int e = 0; e < own.Count; e++)
        {
            double difference = Math.Abs((double)own[e] - theirs[e]);
            if (!(difference <= largest)) largest = difference;
        }

        return new Difference(peer, block, largest, own.Max(entry => Math.Abs((double)entry)));
    }
}
