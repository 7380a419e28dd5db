namespace MaxPoolConvNet.Tests;

/// <summary>Keeps what is reported, on the thread that reports it, and lets a test act on it.</summary>
internal sealed class ReportedProgress<T>(Action<T>? then = null) : IProgress<T>
{
    public List<T> Reports { get; } = [];

    public void Report(T value)
    {
        lock (Reports)
        {
            Reports.Add(value);
        }

        then?.Invoke(value);
    }
}
