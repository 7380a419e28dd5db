using System.Collections.Immutable;

namespace MaxPoolConvNet.Training;

/// <summary>The error rates that a classifier can promise, with the probabilities that they require.</summary>
/// <param name="Promises">The promises, in ascending order of their rates; rates that can't be promised have none.</param>
/// <param name="DecisionCount">The number of decisions that the promises rest on.</param>
internal sealed record ErrorPromises(ImmutableArray<ErrorPromise> Promises, int DecisionCount)
{
    /// <summary>The probability with which each promise holds.</summary>
    public const double Confidence = 0.95;

    /// <summary>The error rates that can be asked for, in ascending order.</summary>
    public static ImmutableArray<double> Rates { get; } = [0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.15, 0.2];
}
