using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Options of finding near-duplicates. They are checked when they are used.</summary>
public sealed record NearDuplicateOptions
{
    /// <summary>The least similarity of two texts that are near-duplicates. The default is 0.7. From 0.1 to 1.</summary>
    /// <remarks>
    /// Copies with one changed word or number are above the default; short questions that ask for something else with mostly the same words
    /// are usually below it. With a lower threshold, more texts must be compared.
    /// </remarks>
    [Range(0.1, 1.0)]
    public double Threshold { get; set; } = 0.7;

    /// <summary>
    /// The number of threads that search. The default is <see langword="null"/>: the number of processors. From 1 to 1,024. The number
    /// never changes the result.
    /// </summary>
    [Range(1, 1_024)]
    public int? Threads { get; set; }

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    internal void Check() => OptionRange.CheckAll(this);
}
