using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MaxPoolConvNet.Benchmarks.Serving;

/// <summary>Keeps what the server logs.</summary>
internal sealed class ReloadLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Message)> _messages = new();

    public IReadOnlyCollection<(LogLevel Level, string Message)> Messages => _messages;

    public int Replacements => _messages.Count(one => one.Message.Contains(": replaced crc32c:", StringComparison.Ordinal));

    public int Failures => _messages.Count(one => one.Level == LogLevel.Error && one.Message.Contains("the new file can't be used", StringComparison.Ordinal));

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _messages.Enqueue((logLevel, formatter(state, exception)));

    public void Dispose()
    {
        // nothing to release; the messages are read after the server has ended
    }
}
