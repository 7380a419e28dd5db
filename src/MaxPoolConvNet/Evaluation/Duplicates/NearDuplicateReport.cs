using System.Collections.Immutable;

namespace MaxPoolConvNet;

/// <summary>The test texts that are, nearly, among the training texts. Immutable and thread-safe.</summary>
/// <param name="TrainingTexts">All training texts.</param>
/// <param name="TestTexts">All test texts.</param>
/// <param name="Pairs">Each test text that has a near-duplicate, with the closest one, in the order of the test texts.</param>
public sealed record NearDuplicateReport(int TrainingTexts, int TestTexts, ImmutableArray<NearDuplicate> Pairs)
{
    /// <summary>Test texts that have a near-duplicate among the training texts, the exact ones too.</summary>
    public int Duplicates => Pairs.Length;

    /// <summary>Test texts whose words are, in their order, those of a training text.</summary>
    public int ExactDuplicates => Pairs.Count(pair => pair.IsExact);

    /// <summary>The part of the test texts that has a near-duplicate, from 0 to 1; 0 where there are no test texts.</summary>
    public double Fraction => TestTexts == 0 ? 0 : (double)Duplicates / TestTexts;

    /// <summary>How many there are, in a sentence.</summary>
    /// <returns>A line, invariant culture.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"{Duplicates} of {TestTexts} test texts ({100 * Fraction:F1} %) have a near-duplicate among {TrainingTexts} training texts, {ExactDuplicates} of them with the same words");
}
