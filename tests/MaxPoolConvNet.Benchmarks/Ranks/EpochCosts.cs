namespace MaxPoolConvNet.Benchmarks.Ranks;

/// <summary>What a word costs in training, by two networks that differ in their filters.</summary>
/// <param name="PerWord">Seconds of a word that every rank spends alike.</param>
/// <param name="PerPosition">Seconds of a word and of each position of a filter, which ranks divide.</param>
internal readonly record struct EpochCosts(double PerWord, double PerPosition)
{
    /// <summary>The line through two measured times.</summary>
    /// <param name="words">The words of an epoch.</param>
    /// <param name="few">The positions of all filters of the smaller network, and the seconds of its epoch.</param>
    /// <param name="many">Those of the larger one.</param>
    public static EpochCosts Of(long words, (int Positions, double Seconds) few, (int Positions, double Seconds) many)
    {
        double perPosition = (many.Seconds - few.Seconds) / (many.Positions - few.Positions);
        return new EpochCosts((many.Seconds - (many.Positions * perPosition)) / words, perPosition / words);
    }

    /// <summary>The seconds of an epoch without exchange.</summary>
    /// <param name="words">The words of an epoch.</param>
    /// <param name="positions">The positions of the filters that a rank has.</param>
    public double Seconds(double words, double positions) => words * (PerWord + (PerPosition * positions));
}
