using System.Threading.Channels;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>Wakes the <see cref="Learner"/>. Requests that come while it works are one.</summary>
internal sealed class LearningRequests
{
    private readonly Channel<bool> _channel =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Request() => _channel.Writer.TryWrite(true);

    /// <summary>Waits for a request.</summary>
    /// <param name="patience">How long; null for as long as it takes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task WaitAsync(TimeSpan? patience, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await _channel.Reader.WaitToReadAsync(cancellationToken).AsTask()
                .WaitAsync(patience ?? Timeout.InfiniteTimeSpan, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return; // the caller tries again without a request
        }

        _channel.Reader.TryRead(out _);
    }
}
