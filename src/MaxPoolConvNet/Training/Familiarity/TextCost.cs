namespace MaxPoolConvNet.Training;

/// <summary>What a training text costs without its own words in the counts.</summary>
/// <param name="known">The cost of its known words, in steps.</param>
/// <param name="unknown">The number of its unknown words.</param>
/// <param name="words">The number of its words.</param>
internal readonly struct TextCost(long known, int unknown, int words)
{
    public long Known { get; } = known;

    public int Unknown { get; } = unknown;

    public int Words { get; } = words;

    /// <summary>Returns the mean cost, in the unit of quantiles.</summary>
    /// <param name="unknownCost">The cost of an unknown word, in steps.</param>
    public int Mean(int unknownCost) => FamiliarityModel.Mean(Known + ((long)Unknown * unknownCost), Words);
}
