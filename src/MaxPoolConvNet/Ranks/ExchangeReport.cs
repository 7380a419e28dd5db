namespace MaxPoolConvNet.Training;

/// <summary>What a rank exchanged with the others in a training or an epoch, and the time it took. Immutable and thread-safe.</summary>
public sealed class ExchangeReport
{
    internal ExchangeReport()
    {
    }

    /// <summary>The number of operations: calls of <see cref="IRankGroup"/>.</summary>
    public long OperationCount { get; internal init; }

    /// <summary>The bytes that this rank gave to others, counted once however many ranks receive them.</summary>
    public long SentBytes { get; internal init; }

    /// <summary>The bytes that this rank received from others.</summary>
    public long ReceivedBytes { get; internal init; }

    /// <summary>The time in the operations: the transfer itself, and waiting for ranks that aren't as far.</summary>
    public TimeSpan ExchangeTime { get; internal init; }

    /// <summary>The duration of the epoch or the training.</summary>
    /// <remarks>A training's is from the division of its networks among the ranks to the classifier at all of them.</remarks>
    public TimeSpan Elapsed { get; internal init; }

    /// <summary>The fraction of <see cref="Elapsed"/> that isn't <see cref="ExchangeTime"/>, from 0 to 1.</summary>
    public double Efficiency => Elapsed > TimeSpan.Zero ? Math.Max(0, 1 - (ExchangeTime / Elapsed)) : 1;

    /// <summary>Formats the bytes and the times.</summary>
    /// <returns>One line, in the invariant culture.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"{SentBytes} bytes sent, {ReceivedBytes} received, {ExchangeTime.TotalSeconds:F3} of {Elapsed.TotalSeconds:F3} s in exchange");
}
