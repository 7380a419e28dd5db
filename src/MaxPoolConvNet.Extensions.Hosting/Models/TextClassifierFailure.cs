namespace MaxPoolConvNet.Extensions.Hosting;

/// <summary>A load that failed. Immutable.</summary>
public sealed class TextClassifierFailure
{
    internal TextClassifierFailure(string path, Exception exception, DateTimeOffset at)
    {
        Path = path;
        Exception = exception;
        At = at;
    }

    /// <summary>What was wrong with the file, what was expected and what helps.</summary>
    public string Message => Exception.Message;

    /// <summary>When it failed. For a failure that repeats, the first time.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The full path of the file.</summary>
    public string Path { get; }

    /// <summary>The error.</summary>
    public Exception Exception { get; }
}
