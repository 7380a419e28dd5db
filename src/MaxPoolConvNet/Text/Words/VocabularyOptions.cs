using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet.Text;

/// <summary>Which words <see cref="Vocabulary.Build"/> includes. Validated there.</summary>
public sealed record VocabularyOptions
{
    /// <summary>The minimum number of occurrences of a word in all texts. At least 1. The default is 1.</summary>
    [Range(1, int.MaxValue)]
    public int MinimumCount { get; set; } = 1;

    /// <summary>The maximum number of words, of which the most frequent are included. The default is <see cref="int.MaxValue"/>.</summary>
    /// <remarks>At least 1. The id of unknown words isn't counted.</remarks>
    [Range(1, int.MaxValue)]
    public int MaximumSize { get; set; } = int.MaxValue;

    /// <summary>How words that aren't included are treated. The default is <see cref="UnknownWords.Skip"/>.</summary>
    public UnknownWords UnknownWords { get; set; } = UnknownWords.Skip;

    internal void Check() => OptionRange.CheckAll(this);
}
