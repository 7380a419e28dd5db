namespace MaxPoolConvNet.Training;

/// <summary>Counts what a rank exchanges in all groups that it belongs to. Thread-safe.</summary>
internal sealed class ExchangeMeter(TimeProvider time)
{
    private readonly long _begin = time.GetTimestamp();
    private long _operations;
    private long _sent;
    private long _received;
    private long _ticks;

    /// <summary>What was exchanged so far.</summary>
    public ExchangeReport SoFar => new()
    {
        OperationCount = Interlocked.Read(ref _operations),
        SentBytes = Interlocked.Read(ref _sent),
        ReceivedBytes = Interlocked.Read(ref _received),
        ExchangeTime = TimeSpan.FromSeconds((double)Interlocked.Read(ref _ticks) / time.TimestampFrequency),
        Elapsed = time.GetElapsedTime(_begin),
    };

    /// <summary>What was exchanged since an earlier moment.</summary>
    public ExchangeReport Since(ExchangeReport earlier)
    {
        ExchangeReport now = SoFar;
        return new ExchangeReport
        {
            OperationCount = now.OperationCount - earlier.OperationCount,
            SentBytes = now.SentBytes - earlier.SentBytes,
            ReceivedBytes = now.ReceivedBytes - earlier.ReceivedBytes,
            ExchangeTime = now.ExchangeTime - earlier.ExchangeTime,
            Elapsed = now.Elapsed - earlier.Elapsed,
        };
    }

    /// <summary>The moment at which an operation begins, for <see cref="Add"/>.</summary>
    public long Begin() => time.GetTimestamp();

    /// <summary>Counts an operation that has ended.</summary>
    public void Add(long begin, long sent, long received)
    {
        Interlocked.Add(ref _ticks, time.GetTimestamp() - begin);
        Interlocked.Increment(ref _operations);
        Interlocked.Add(ref _sent, sent);
        Interlocked.Add(ref _received, received);
    }
}
