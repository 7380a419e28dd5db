namespace MaxPoolConvNet.Benchmarks.Ranks;

/// <summary>The time of a word in training, by the filters that a rank has: measured for some networks, and between them on straight lines.</summary>
/// <param name="Points">
/// Positions of filters (their number times their width) and seconds per word, both rising. Fewer positions take as long as the fewest measured ones; more
/// go on as the last line does.
/// </param>
internal sealed record EpochCosts((double Positions, double Seconds)[] Points)
{
    /// <summary>The seconds of an epoch without exchange.</summary>
    /// <param name="words">The words of an epoch.</param>
    /// <param name="positions">The positions of the filters that a rank has.</param>
    public double Seconds(double words, double positions)
    {
        if (positions <= Points[0].Positions) return words * Points[0].Seconds;
        int next = Array.FindIndex(Points, point => point.Positions >= positions);
        int end = Math.Max(1, next < 0 ? Points.Length - 1 : next);
        ((double Positions, double Seconds) low, (double Positions, double Seconds) high) = (Points[end - 1], Points[end]);
        double slope = (high.Seconds - low.Seconds) / (high.Positions - low.Positions);
        return words * (low.Seconds + (slope * (positions - low.Positions)));
    }
}
