using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet.Text;

/// <summary>How a <see cref="WordTokenizer"/> splits. Copied where it is taken.</summary>
public sealed record WordTokenizerOptions
{
    /// <summary>
    /// Whether words are converted to lower case, in the same way wherever the program runs.
    /// The default is <see langword="true"/>.
    /// </summary>
    public bool LowerCase { get; set; } = true;

    /// <summary>
    /// The version of the rules; 1 or 2. The default is 2, the newest. Version 1 is that of models saved by version 0.1 of the library,
    /// which keep it: it doesn't normalize words, and takes a run of Thai, Lao, Burmese or Khmer letters for one word.
    /// </summary>
    [Range(1, WordRules.NewestVersion)]
    public int RulesVersion { get; set; } = WordRules.NewestVersion;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    internal void Check() => OptionRange.Check(RulesVersion, 1, WordRules.NewestVersion, nameof(RulesVersion));
}
