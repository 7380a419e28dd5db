using Microsoft.Extensions.Options;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>The corrections, in SQLite and in memory. Thread-safe.</summary>
/// <remarks>Reading takes them from memory and never waits for the database.</remarks>
internal sealed class CorrectionStore : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1);
    private readonly CorrectionTable _table;
    private readonly TimeSpan _patience;
    private volatile CorrectionSet _current;

    public CorrectionStore(IOptions<DemoOptions> options, TimeProvider time)
    {
        if (options.Value.Database is null) Directory.CreateDirectory(options.Value.Folder);
        _table = new CorrectionTable(options.Value.ConnectionString, options.Value.BusyTimeout, time);
        _patience = options.Value.BusyTimeout;
        _current = _table.Read();
    }

    /// <summary>The corrections of now.</summary>
    public CorrectionSet Current => _current;

    /// <summary>Stores a label. It is on the disk when the task ends.</summary>
    /// <param name="text">The text.</param>
    /// <param name="label">The label.</param>
    /// <param name="seenVersion">The version of the text's correction that the sender saw; 0 for none.</param>
    /// <param name="cancellationToken">Ends the wait for other writers.</param>
    /// <exception cref="CorrectionsUnavailableException">The database is locked, can't be written to, or its disk is full.</exception>
    public Task<StoredCorrection> StoreAsync(string text, string label, long seenVersion, CancellationToken cancellationToken) =>
        WriteAsync(
            () =>
            {
                StoredCorrection stored = _table.Store(text.Trim(), label, seenVersion);
                if (stored.Current is not null) _current = _current.With(stored.Current);
                return stored;
            },
            cancellationToken);

    /// <summary>Deletes the correction of a text, if there is one. The deletion is on the disk when the task ends.</summary>
    /// <param name="text">The text.</param>
    /// <param name="seenVersion">The version of the text's correction that the sender saw.</param>
    /// <param name="cancellationToken">Ends the wait for other writers.</param>
    /// <exception cref="CorrectionsUnavailableException">The database is locked, can't be written to, or its disk is full.</exception>
    public Task<DeletedCorrection> DeleteAsync(string text, long seenVersion, CancellationToken cancellationToken) =>
        WriteAsync(
            () =>
            {
                DeletedCorrection deleted = _table.Delete(text.Trim(), seenVersion);
                if (deleted.Version is { } version) _current = _current.Without(text.Trim(), version);
                return deleted;
            },
            cancellationToken);

    public void Dispose()
    {
        _writing.Dispose();
        _table.Dispose();
    }

    private async Task<T> WriteAsync<T>(Func<T> write, CancellationToken cancellationToken)
    {
        if (!await _writing.WaitAsync(_patience, cancellationToken))
            throw new CorrectionsUnavailableException("other corrections are still being stored");
        try
        {
            return write();
        }
        finally
        {
            _writing.Release();
        }
    }
}
