namespace MaxPoolConvNet.Training;

/// <summary>What a network's ranks tell the others after an epoch.</summary>
/// <param name="tally">The losses and hits of the epoch.</param>
/// <param name="words">The number of known words trained on, over all epochs so far.</param>
internal readonly struct NetworkTally(Tally tally, long words)
{
    public Tally Tally { get; } = tally;

    public long Words { get; } = words;
}
