namespace MaxPoolConvNet.Training;

/// <summary>What a network's ranks tell the others after an epoch.</summary>
/// <param name="Tally">The losses and hits of the epoch.</param>
/// <param name="Words">The number of known words trained on, over all epochs so far.</param>
internal readonly record struct NetworkTally(Tally Tally, long Words);
