using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet.Text;

/// <summary>Which words <see cref="Vocabulary.Build"/> includes. Validated there.</summary>
public sealed record VocabularyOptions
{
    /// <summary>
    /// The minimum number of occurrences of a word in all texts. The default is <see langword="null"/>: 1 for up to 30,000 different words.
    /// At least 1.
    /// </summary>
    /// <remarks>
    /// Where the texts have more words, the default is the least number from 2 to 5 that leaves at most 30,000 of them, or 5 if none does.
    /// Most words of large sets are names, numbers and misspellings that occur once or twice: they take memory and time, and add nothing.
    /// Sub-words count as words here, and have limits of their own as well (<see cref="SubwordTokenizer"/>).
    /// </remarks>
    [Range(1, int.MaxValue)]
    public int? MinimumCount { get; set; }

    /// <summary>The maximum number of words, of which the most frequent are included. The default is <see cref="int.MaxValue"/>.</summary>
    /// <remarks>At least 1. The id of unknown words isn't counted.</remarks>
    [Range(1, int.MaxValue)]
    public int MaximumSize { get; set; } = int.MaxValue;

    /// <summary>How words that aren't included are treated. The default is <see cref="UnknownWords.Skip"/>.</summary>
    public UnknownWords UnknownWords { get; set; } = UnknownWords.Skip;

    internal void Check() => OptionRange.CheckAll(this);
}
