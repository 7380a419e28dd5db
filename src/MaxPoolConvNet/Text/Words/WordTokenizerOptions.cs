using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet.Text;

/// <summary>How a <see cref="WordTokenizer"/> splits texts. Copied when they are used.</summary>
public sealed record WordTokenizerOptions
{
    /// <summary>Whether words are converted to lower case, identically on every system. The default is <see langword="true"/>.</summary>
    public bool LowerCase { get; set; } = true;

    /// <summary>The version of the rules: 1 or 2. The default is 2, the newest.</summary>
    /// <remarks>
    /// Models saved by version 0.1 of the library keep version 1, which doesn't normalize words and treats a run of Thai, Lao, Burmese or
    /// Khmer letters as one word.
    /// </remarks>
    [Range(1, WordRules.NewestVersion)]
    public int RulesVersion { get; set; } = WordRules.NewestVersion;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    internal void Check() => OptionRange.Check(RulesVersion, 1, WordRules.NewestVersion, nameof(RulesVersion));
}
