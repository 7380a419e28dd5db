using System.Collections.Immutable;
using System.Globalization;

namespace MaxPoolConvNet.Evaluation;

/// <summary>The test texts that have a near-duplicate among the training texts. Immutable and thread-safe.</summary>
public sealed class NearDuplicateReport
{
    internal NearDuplicateReport(int trainingTextCount, int testTextCount, ImmutableArray<NearDuplicate> pairs)
    {
        TrainingTextCount = trainingTextCount;
        TestTextCount = testTextCount;
        Pairs = pairs;
        ExactDuplicateCount = pairs.Count(pair => pair.IsExact);
    }

    /// <summary>The number of training texts.</summary>
    public int TrainingTextCount { get; }

    /// <summary>The number of test texts.</summary>
    public int TestTextCount { get; }

    /// <summary>The test texts that have a near-duplicate, each with the most similar one, in the order of the test texts.</summary>
    public ImmutableArray<NearDuplicate> Pairs { get; }

    /// <summary>The number of test texts that have a near-duplicate among the training texts, exact ones included.</summary>
    public int DuplicateCount => Pairs.Length;

    /// <summary>The number of test texts that have the same words in the same order as a training text.</summary>
    public int ExactDuplicateCount { get; }

    /// <summary>The fraction of the test texts that has a near-duplicate, from 0 to 1; 0 without test texts.</summary>
    public double Fraction => TestTextCount == 0 ? 0 : (double)DuplicateCount / TestTextCount;

    /// <summary>Formats the counts as a sentence.</summary>
    /// <returns>One line, in the invariant culture.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{DuplicateCount} of {TestTextCount} test texts ({100 * Fraction:F1} %) have a near-duplicate among "
        + $"{TrainingTextCount} training texts, {ExactDuplicateCount} of them with the same words");
}
