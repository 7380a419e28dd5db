namespace MaxPoolConvNet.Training;

/// <summary>What a training text costs without its own words in the counts.</summary>
/// <param name="Known">The cost of its known words, in steps.</param>
/// <param name="Unknown">The number of its unknown words.</param>
/// <param name="Words">The number of its words. At least 1.</param>
internal readonly record struct TextCost(long Known, int Unknown, int Words)
{
    /// <summary>Returns the mean cost, in the unit of quantiles.</summary>
    /// <param name="unknownCost">The cost of an unknown word, in steps.</param>
    public int Mean(int unknownCost) => FamiliarityModel.Mean(Known + ((long)Unknown * unknownCost), Words);
}
