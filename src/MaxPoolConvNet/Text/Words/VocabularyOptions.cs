using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet.Text;

/// <summary>Which words <see cref="Vocabulary.Build"/> takes; checked there.</summary>
public sealed record VocabularyOptions
{
    /// <summary>How often a word has to occur in all texts together, at least 1. Default: 1.</summary>
    [Range(1, int.MaxValue)]
    public int MinimumCount { get; set; } = 1;

    /// <summary>
    /// How many words to take at most, the most frequent ones, at least 1; the id of unknown words is not counted.
    /// Default: <see cref="int.MaxValue"/>, no bound.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int MaximumSize { get; set; } = int.MaxValue;

    /// <summary>What becomes of words that are not taken. Default: <see cref="UnknownWords.Skip"/>.</summary>
    public UnknownWords UnknownWords { get; set; } = UnknownWords.Skip;

    internal void Check() => OptionRange.CheckAll(this);
}
