using System.Collections.Immutable;

namespace MaxPoolConvNet.Training;

/// <summary>The error rates that a classifier can promise, with the probabilities that they require.</summary>
internal sealed class ErrorPromises(ImmutableArray<ErrorPromise> promises, int decisionCount)
{
    /// <summary>The promises, in ascending order of their rates; rates that can't be promised have none.</summary>
    public ImmutableArray<ErrorPromise> Promises { get; } = promises;

    /// <summary>The number of decisions that the promises rest on.</summary>
    public int DecisionCount { get; } = decisionCount;

    /// <summary>The probability with which each promise holds.</summary>
    public const double Confidence = 0.95;

    /// <summary>The error rates that can be asked for, in ascending order.</summary>
    public static ImmutableArray<double> Rates { get; } = [0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.15, 0.2];
}
