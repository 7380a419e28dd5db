using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MaxPoolConvNet.Extensions.Hosting.Tests;

/// <summary>Keeps the messages of the package.</summary>
internal sealed class RecordedLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Message)> _messages = new();

    public (LogLevel Level, string Message)[] Messages => [.. _messages];

    public ILogger CreateLogger(string categoryName) => categoryName == "MaxPoolConvNet.Extensions.Hosting"
        ? this
        : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _messages.Enqueue((logLevel, formatter(state, exception)));

    public void Dispose()
    {
    }
}
