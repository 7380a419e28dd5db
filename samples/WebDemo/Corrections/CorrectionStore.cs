using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>The corrections, in SQLite and in memory. Thread-safe.</summary>
/// <remarks>Reading takes them from memory and never waits for the database.</remarks>
internal sealed class CorrectionStore : IDisposable
{
    private readonly ConcurrentDictionary<string, Correction> _ofText = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _writing = new(1);
    private readonly CorrectionTable _table;
    private readonly TimeSpan _patience;
    private long _lastVersion;

    public CorrectionStore(IOptions<DemoOptions> options, TimeProvider time)
    {
        if (options.Value.Database is null) Directory.CreateDirectory(options.Value.Folder);
        _table = new CorrectionTable(options.Value.ConnectionString, options.Value.BusyTimeout, time);
        _patience = options.Value.BusyTimeout;
        foreach (Correction correction in _table.Read())
            Remember(correction);
    }

    /// <summary>The version of the last correction; 0 if there is none.</summary>
    public long LastVersion => Interlocked.Read(ref _lastVersion);

    /// <summary>The number of corrected texts.</summary>
    public int Count => _ofText.Count;

    /// <summary>All corrections, the latest first.</summary>
    public IReadOnlyList<Correction> All => [.. _ofText.Values.OrderByDescending(one => one.Version)];

    /// <summary>The correction of a text; null if there is none.</summary>
    public Correction? Of(string text) => _ofText.GetValueOrDefault(text.Trim());

    /// <summary>Stores a label. It is on the disk when the task ends.</summary>
    /// <param name="text">The text.</param>
    /// <param name="label">The label.</param>
    /// <param name="seenVersion">The version of the text's correction that the sender saw; 0 for none.</param>
    /// <param name="cancellationToken">Ends the wait for other writers.</param>
    /// <exception cref="CorrectionsUnavailableException">The database is locked, can't be written to, or its disk is full.</exception>
    public async Task<StoredCorrection> StoreAsync(string text, string label, long seenVersion, CancellationToken cancellationToken)
    {
        if (!await _writing.WaitAsync(_patience, cancellationToken))
            throw new CorrectionsUnavailableException("other corrections are still being stored");
        try
        {
            StoredCorrection stored = _table.Store(text.Trim(), label, seenVersion);
            Remember(stored.Current);
            return stored;
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose()
    {
        _writing.Dispose();
        _table.Dispose();
    }

    private void Remember(Correction correction)
    {
        _ofText[correction.Text] = correction;
        if (correction.Version > LastVersion) Interlocked.Exchange(ref _lastVersion, correction.Version);
    }
}
