using System.Collections.Immutable;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>The result of a <see cref="TrainingRun"/>.</summary>
internal sealed class TrainingOutcome(
    Network<float>? network, StopReason stopReason, ImmutableArray<EpochReport> epochs, int bestEpoch, TimeSpan elapsed, long wordsTrained)
{
    /// <summary>The best network; null at ranks other than the first.</summary>
    public Network<float>? Network { get; } = network;

    /// <summary>The reason why training ended.</summary>
    public StopReason StopReason { get; } = stopReason;

    /// <summary>The reports of the completed epochs.</summary>
    public ImmutableArray<EpochReport> Epochs { get; } = epochs;

    /// <summary>The epoch of the network, from 1; 0 if no epoch improved on the network that training started from.</summary>
    public int BestEpoch { get; } = bestEpoch;

    /// <summary>The duration of the epochs.</summary>
    public TimeSpan Elapsed { get; } = elapsed;

    /// <summary>The number of known words trained on, over all epochs and networks.</summary>
    public long WordsTrained { get; } = wordsTrained;

    /// <summary>The out-of-fold scores of the network's epoch; null without fold networks.</summary>
    public FoldScores? FoldScores { get; init; }
}
