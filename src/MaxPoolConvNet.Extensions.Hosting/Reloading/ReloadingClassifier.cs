using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace MaxPoolConvNet.Extensions.Hosting;

/// <summary>Holds the classifier of one key, loads it once, and replaces it when a timer finds a new file.</summary>
internal sealed class ReloadingClassifier : ITextClassifierService, IDisposable
{
    private readonly Lock _loading = new();
    private readonly ModelLoader _loader;
    private readonly ChangeDetector _changes = new();
    private readonly TimeSpan? _interval;
    private readonly TimeProvider _time;
    private readonly ReloadMetrics _metrics;
    private readonly ILogger _logger;
    private readonly string _name;
    private volatile TextClassifierStatus _status;
    private FileStamp? _failed;
    private ITimer? _timer;
    private bool _isDisposed;

    /// <param name="key">The key; empty for the unkeyed classifier.</param>
    /// <param name="path">The full path of the model file.</param>
    /// <param name="options">The options, already checked.</param>
    /// <param name="time">The clock and the timer.</param>
    /// <param name="metrics">The meter's instruments.</param>
    /// <param name="logger">Receives what is loaded and what fails.</param>
    public ReloadingClassifier(
        string key, string path, TextClassifierOptions options, TimeProvider time, TextClassifierMetrics metrics, ILogger logger)
    {
        _name = ClassifierName.Shown(key);
        _loader = new ModelLoader(path, options, time, new PredictionMetrics(metrics, key, time));
        _interval = options.ReloadOnChange ? options.CheckInterval : null;
        _time = time;
        _metrics = new ReloadMetrics(metrics, key);
        _logger = logger;
        _status = new TextClassifierStatus(path, null, null);
        metrics.Shares.Add(key, this);
    }

    public TextClassifierSnapshot Current => _status.Current ?? Load(CancellationToken.None);

    public TextClassifierStatus Status => _status;

    /// <summary>Loads the file if it isn't loaded yet, and begins to watch it.</summary>
    /// <exception cref="Exception">The file can't be loaded; see <see cref="ModelLoader.Load"/>.</exception>
    public TextClassifierSnapshot Load(CancellationToken cancellationToken)
    {
        lock (_loading)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_status.Current is { } loaded) return loaded;
            FileStamp stamp = FileStamp.Of(_status.Path); // before the file is read: a change meanwhile is one to come
            TextClassifierSnapshot snapshot;
            try
            {
                snapshot = _loader.Load(null, cancellationToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                _status = new TextClassifierStatus(_status.Path, null, new TextClassifierFailure(_status.Path, problem, _time.GetUtcNow()));
                throw;
            }

            _changes.Tried(stamp);
            _status = new TextClassifierStatus(_status.Path, snapshot, null);
            Log.Loaded(_logger, _name, snapshot.Checksum, _status.Path);
            if (_interval is { } interval) _timer = UnflowingTimer.Create(_time, Check, interval);
            return snapshot;
        }
    }

    public void Dispose()
    {
        lock (_loading)
        {
            _isDisposed = true;
            _timer?.Dispose();
        }
    }

    /// <summary>Reloads the file if it is a new one. A check that is still loading lets the next ones pass.</summary>
    private void Check()
    {
        if (!_loading.TryEnter()) return;
        try
        {
            if (!_isDisposed && FileStamp.Of(_status.Path) is var stamp && _changes.IsDue(stamp)) Reload(stamp);
        }
        finally
        {
            _loading.Exit();
        }
    }

    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "A tokenizer or FindVectors of the app may throw anything. On a timer, it would end a process that serves well "
            + "with the old classifier; the failure is logged, counted and reported by the health check.")]
    private void Reload(FileStamp stamp)
    {
        TextClassifierSnapshot current = _status.Current!;
        try
        {
            TextClassifierSnapshot snapshot = _loader.Load(current, CancellationToken.None);
            _changes.Tried(stamp);
            _status = new TextClassifierStatus(_status.Path, snapshot, null);
            Succeeded(current, snapshot);
        }
        catch (Exception problem)
        {
            if (FileStamp.Of(_status.Path) != stamp) return; // it was being replaced; the next checks see it whole
            if (problem is IOException or UnauthorizedAccessException) _changes.TryAgain(); // it may be opened later, unchanged
            else _changes.Tried(stamp);
            Failed(problem, stamp);
        }
    }

    private void Succeeded(TextClassifierSnapshot current, TextClassifierSnapshot snapshot)
    {
        if (ReferenceEquals(current, snapshot))
        {
            _metrics.Count(ReloadMetrics.Unchanged);
            Log.Unchanged(_logger, _name, snapshot.Checksum, _status.Path);
        }
        else
        {
            _metrics.Count(ReloadMetrics.Replaced);
            Log.Replaced(_logger, _name, current.Checksum, snapshot.Checksum, _status.Path);
        }
    }

    private void Failed(Exception problem, FileStamp stamp)
    {
        TextClassifierStatus status = _status;
        bool isRepeated = stamp == _failed && status.LastFailure?.Message == problem.Message;
        _failed = stamp;
        if (isRepeated) return;
        _status = new TextClassifierStatus(status.Path, status.Current, new TextClassifierFailure(status.Path, problem, _time.GetUtcNow()));
        _metrics.Count(ReloadMetrics.Failed);
        Log.Failed(_logger, problem, _name, problem.Message, status.Current!.Checksum);
    }
}
