namespace MaxPoolConvNet.Benchmarks.Serving;

/// <summary>What the connections saw of an endpoint. Not thread-safe.</summary>
internal sealed class LoadResult
{
    public LatencyHistogram Latencies { get; } = new();

    public TimeSpan Time { get; set; }

    /// <summary>The processor time of this process, of all threads: of the server and of the connections.</summary>
    public TimeSpan ProcessorTime { get; set; }

    /// <summary>Requests that got no answer, or one with another status than 200.</summary>
    public int Failed { get; set; }

    /// <summary>Answers that no model gives.</summary>
    public int Mixed { get; set; }

    /// <summary>The first failure; null if there is none.</summary>
    public string? FirstFailure { get; set; }

    /// <summary>The processor time of a request and its answer, in microseconds.</summary>
    public double MicrosecondsOfProcessor => ProcessorTime.TotalMicroseconds / Latencies.Count;

    public double PerSecond => Latencies.Count / Time.TotalSeconds;

    public void Add(LoadResult other)
    {
        Latencies.Add(other.Latencies);
        Failed += other.Failed;
        Mixed += other.Mixed;
        FirstFailure ??= other.FirstFailure;
    }
}
