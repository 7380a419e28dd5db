using System.Collections.Immutable;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>The result of a <see cref="TrainingRun"/>.</summary>
/// <param name="Network">The best network; null at ranks other than the first.</param>
/// <param name="StopReason">The reason why training ended.</param>
/// <param name="Epochs">The reports of the completed epochs.</param>
/// <param name="BestEpoch">The epoch of the network, from 1; 0 if no epoch improved on the network that training started from.</param>
/// <param name="Elapsed">The duration of the epochs.</param>
/// <param name="WordsTrained">The number of known words trained on, over all epochs and networks.</param>
internal sealed record TrainingOutcome(
    Network<float>? Network, StopReason StopReason, ImmutableArray<EpochReport> Epochs, int BestEpoch, TimeSpan Elapsed, long WordsTrained)
{
    /// <summary>The out-of-fold scores of the network's epoch; null without fold networks.</summary>
    public FoldScores? FoldScores { get; init; }
}
