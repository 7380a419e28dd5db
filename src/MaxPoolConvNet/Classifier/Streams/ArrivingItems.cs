using System.Diagnostics.CodeAnalysis;

namespace MaxPoolConvNet;

/// <summary>Reads an asynchronous stream as its items arrive.</summary>
internal sealed class ArrivingItems<T> : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly IAsyncEnumerator<T> _source;

    // the source has been asked for its next item, which it hasn't given yet
    private Task<bool>? _asked;

    public ArrivingItems(IAsyncEnumerable<T> items, CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _source = items.GetAsyncEnumerator(_stop.Token);
    }

    /// <summary>Waits for an item, and adds those that are there, until the block is full.</summary>
    /// <returns>Whether there may be more of them.</returns>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "It is thrown once the results before it are handed out.")]
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

    /// <summary>Disposes of the source; one that hasn't given its next item yet is told to stop, and waited for: it may not be disposed of
    /// before.</summary>
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
