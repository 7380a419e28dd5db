using System.Diagnostics.CodeAnalysis;

namespace MaxPoolConvNet;

/// <summary>Reads an asynchronous stream as its items arrive.</summary>
internal sealed class ArrivingItems<T> : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly IAsyncEnumerator<T> _source;

    // the pending request for the next item, if there is one
    private Task<bool>? _asked;

    public ArrivingItems(IAsyncEnumerable<T> items, CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _source = items.GetAsyncEnumerator(_stop.Token);
    }

    /// <summary>Waits for one item, then adds the items that have already arrived, until the block is full.</summary>
    /// <returns>Whether there may be more items.</returns>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "The exception is thrown after the results before it are returned.")]
    public async ValueTask<bool> FillAsync(StreamBlock<T> block)
    {
        try
        {
            while (!block.IsFull)
            {
                Task<bool> asked = _asked ??= _source.MoveNextAsync().AsTask();
                if (block.Count > 0 && !asked.IsCompleted) return true;
                _asked = null;
                if (!await asked.ConfigureAwait(false)) return false;
                block.Add(_source.Current);
            }

            return true;
        }
        catch (Exception failure)
        {
            block.Fail(failure);
            return false;
        }
    }

    /// <summary>Disposes of the source. If a request for an item is pending, cancels it and waits for it first, since a source must not be
    /// disposed of during a request.</summary>
    public async ValueTask DisposeAsync()
    {
        using (_stop)
        {
            if (_asked is not null)
            {
                await _stop.CancelAsync().ConfigureAwait(false);
                await ((Task)_asked).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            await _source.DisposeAsync().ConfigureAwait(false);
        }
    }
}
