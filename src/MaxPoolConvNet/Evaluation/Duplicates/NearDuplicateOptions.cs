using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet.Evaluation;

/// <summary>What counts as a near-duplicate. Checked where it is taken.</summary>
public sealed record NearDuplicateOptions
{
    /// <summary>
    /// The least similarity of two texts that are near-duplicates; from 0.1 to 1. The default is 0.7: copies with a word or a number
    /// changed are above it, short questions that ask for something else with most of the same words are mostly below. The lower it is,
    /// the more texts have to be compared.
    /// </summary>
    [Range(0.1, 1.0)]
    public double Threshold { get; set; } = 0.7;

    /// <summary>Threads that look for pairs; from 1 to 1,024. Null, the default, for the number of processors. The number never changes
    /// the result.</summary>
    [Range(1, 1_024)]
    public int? Threads { get; set; }

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    internal void Check() => OptionRange.CheckAll(this);
}
