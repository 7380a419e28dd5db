namespace MaxPoolConvNet.Text;

/// <summary>Which words <see cref="Vocabulary.Build"/> takes; checked there.</summary>
/// <remarks>Immutable, so safe to share between threads.</remarks>
public sealed record VocabularyOptions
{
    /// <summary>How often a word has to occur in all texts together, at least 1. Default: 1.</summary>
    public int MinimumCount { get; init; } = 1;

    /// <summary>
    /// How many words to take at most, the most frequent ones, at least 1; the id of unknown words is not counted.
    /// Default: <see cref="int.MaxValue"/>, no bound.
    /// </summary>
    public int MaximumSize { get; init; } = int.MaxValue;

    /// <summary>What becomes of words that are not taken. Default: <see cref="UnknownWords.Skip"/>.</summary>
    public UnknownWords UnknownWords { get; init; } = UnknownWords.Skip;

    internal static NumberRange<int> MinimumCountRange { get; } = new(1, int.MaxValue);

    internal void Check()
    {
        MinimumCountRange.Check(MinimumCount, nameof(MinimumCount));
        OptionRange.Check(MaximumSize, 1, int.MaxValue, nameof(MaximumSize));
        Check(UnknownWords, nameof(UnknownWords));
    }

    internal static void Check(UnknownWords unknownWords, string name)
    {
        if (!Enum.IsDefined(unknownWords))
            throw new ArgumentOutOfRangeException(name, unknownWords, "Not a way to treat unknown words.");
    }
}
