using System.Collections.Immutable;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>What a <see cref="TrainingRun"/> came to.</summary>
/// <param name="Network">The best network.</param>
/// <param name="StopReason">Why training came to its end.</param>
/// <param name="Epochs">The whole epochs made.</param>
/// <param name="BestEpoch">The epoch that the network is of, from 1 on; 0 where none was better than what training began with.</param>
/// <param name="Elapsed">Time that the epochs took.</param>
/// <param name="WordsTrained">Known words that training went over, in all epochs and networks.</param>
internal sealed record TrainingOutcome(
    Network<float> Network, StopReason StopReason, ImmutableArray<EpochReport> Epochs, int BestEpoch, TimeSpan Elapsed, long WordsTrained);
