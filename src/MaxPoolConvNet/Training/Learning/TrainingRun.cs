using MaxPoolConvNet.Networks;
using Microsoft.Extensions.Logging;

namespace MaxPoolConvNet.Training;

/// <summary>Runs a training from start to end: epochs, held-out texts, progress and the best network so far.</summary>
/// <param name="networks">The networks to train.</param>
/// <param name="folds">The networks for out-of-fold scores, which train beside the others; null for none.</param>
/// <param name="given">The network they continue from, which the best must beat on held-out texts; null for new networks.</param>
/// <param name="training">The texts to train on.</param>
/// <param name="heldOut">The texts that decide which epoch is the best; may be empty.</param>
/// <param name="options">The options of training.</param>
/// <param name="checkpoint">The file that keeps the state; null for none.</param>
/// <param name="logger">Receives messages.</param>
/// <param name="time">The clock.</param>
internal sealed class TrainingRun(
    IReadOnlyList<NetworkTrainer> networks,
    FoldNetworks? folds,
    Network<float>? given,
    EncodedTexts training,
    EncodedTexts heldOut,
    TrainingOptions options,
    CheckpointFile? checkpoint,
    ILogger logger,
    TimeProvider time)
{
    private static readonly TimeSpan _reportInterval = TimeSpan.FromMilliseconds(100);

    private readonly NetworkTrainer[] _all = [.. networks, .. folds?.Trainers ?? []];
    private readonly List<EpochReport> _epochs = [];
    private readonly int _epochsAsked = options.Epochs!.Value;
    private readonly long _begin = time.GetTimestamp();
    private TimeSpan _before;
    private Network<float>? _best = heldOut.Count == 0 ? null : given;
    private FoldScores? _bestScores = heldOut.Count == 0 || given is null ? null : folds?.Score();
    private EpochReport? _bestReport = heldOut.Count == 0 || given is null ? null : HeldOutReport(0, new Tally(), given, heldOut);
    private int _bestEpoch;
    private long _lastReport;
    private bool _hasReported;

    public TrainingOutcome ToEnd(IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        checkpoint?.CheckWritable();
        if (checkpoint?.Read(Exchange) == true) TrainingLog.Resumed(logger, _epochs.Count);
        StopReason reason = StopReason.Completed;
        while (_epochs.Count < _epochsAsked && reason == StopReason.Completed)
        {
            if (options.EarlyStopping is { } early && _epochs.Count - _bestEpoch >= early.Patience) reason = StopReason.NoImprovement;
            else if (!RunEpoch(_epochs.Count + 1, progress, cancellationToken)) reason = StopReason.Cancelled;
            else checkpoint?.Write(Exchange);
        }

        if (reason == StopReason.Cancelled && _epochs.Count == 0) throw new OperationCanceledException(cancellationToken);
        TimeSpan elapsed = Elapsed();
        Network<float> network = _best ?? Average();
        if (_best is null) (_bestEpoch, _bestScores) = (_epochs.Count, folds?.Score());
        if (network.FindNotFinite() is { } found)
            throw new TrainingDivergedException($"training diverged: {found}; try a smaller learning rate");
        double chance = network.Output.Function.LossOfGuessing(network.Output.Classes);
        if (_epochs.Count > 0 && _epochs[^1].Loss > chance) TrainingLog.NoBetterThanGuessing(logger, _epochs[^1].Loss, chance);
        TrainingLog.End(logger, _epochs.Count, elapsed.TotalSeconds, reason, _bestEpoch);
        return new TrainingOutcome(network, reason, [.. _epochs], _bestEpoch, elapsed, WordsTrained())
        {
            FoldScores = _bestScores,
        };
    }

    /// <returns>False if training was canceled.</returns>
    private bool RunEpoch(int epoch, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        var soFar = new Tally[_all.Length];
        Action<int> run = n => _all[n].RunEpoch(
            epoch,
            progress is null ? null : tally => ReportNowAndThen(progress, epoch, soFar, n, tally),
            cancellationToken);

        // canceling ends the epoch of each network between two steps
        Concurrently.ForEach(_all.Length, options.ThreadCount, run, CancellationToken.None);
        if (cancellationToken.IsCancellationRequested && _all.Any(network => !network.IsEpochComplete)) return false;

        Tally tally = networks.Select(network => network.Tally).Aggregate((sum, next) => sum + next);
        if (!double.IsFinite(tally.Loss))
        {
            double rate = options.Optimizer.LearningRate;
            throw new TrainingDivergedException(FormattableString.Invariant(
                $"training diverged in epoch {epoch}: the loss is {tally.Loss}; try a learning rate smaller than {rate}"));
        }

        IEnumerable<string?> notFinite = _all.Select(network => network.UpToDate().FindNotFinite());
        if (checkpoint is not null && notFinite.FirstOrDefault(found => found is not null) is { } entry)
            throw new TrainingDivergedException($"training diverged in epoch {epoch}: {entry}; the checkpoint is from the epoch before");
        EndEpoch(epoch, tally);
        if (progress is not null) Report(progress, epoch, tally, training.Count);
        return true;
    }

    private void EndEpoch(int epoch, Tally tally)
    {
        var report = new EpochReport(epoch, tally.Loss, tally.Accuracy, null, null);
        if (heldOut.Count > 0)
        {
            Network<float> average = Average();
            report = HeldOutReport(epoch, tally, average, heldOut);
            if (_bestReport is null || IsBetter(report, _bestReport))
            {
                _bestReport = report;
                _bestEpoch = epoch;
                _best = networks.Count == 1 ? average.To<float>() : average;
                _bestScores = folds?.Score();
            }
        }

        _epochs.Add(report);
        TrainingLog.Epoch(logger, report);
    }

    private static bool IsBetter(EpochReport report, EpochReport best) =>
        report.HeldOutAccuracy > best.HeldOutAccuracy
        || (report.HeldOutAccuracy == best.HeldOutAccuracy && report.HeldOutLoss < best.HeldOutLoss);

    private Network<float> Average() => NetworkAverage.Of([.. networks.Select(network => network.UpToDate())]);

    private static EpochReport HeldOutReport(int epoch, Tally training, Network<float> network, EncodedTexts heldOut)
    {
        var tally = new Tally();
        CompiledTable? rows = CompiledTable.Of(network, CompileOptions.Unasked);
        var run = new PredictionRun(network, rows, rows is null ? null : new MissingRows(network), keepWinners: false);
        for (int t = 0; t < heldOut.Count; t++)
            tally.Add(network.Output.Function, run.Forward(heldOut.WordIds(t)).Logits, heldOut.Target(t));
        return new EpochReport(epoch, training.Loss, training.Accuracy, tally.Loss, tally.Accuracy);
    }

    /// <summary>Writes or reads the state that training resumes from after a complete epoch.</summary>
    private void Exchange(ITrainingState state)
    {
        foreach (NetworkTrainer network in _all)
            network.Exchange(state);
        EpochState.Exchange(_epochs, state);
        long bestEpoch = _bestEpoch;
        state.Exchange(ref bestEpoch);
        _bestEpoch = (int)bestEpoch;
        long ticks = Elapsed().Ticks;
        state.Exchange(ref ticks);
        _before = TimeSpan.FromTicks(ticks) - time.GetElapsedTime(_begin);
        if (_bestEpoch == 0) return;

        // the best network is read into one of the same form
        if (_best is null || _best == given) _best = networks.Count == 1 ? Average().To<float>() : Average();
        NetworkState.Exchange(_best, state);
        _bestScores ??= folds?.Empty();
        if (_bestScores is not null) state.Exchange(_bestScores.AllLogits);
        _bestReport = _epochs[_bestEpoch - 1];
    }

    private TimeSpan Elapsed() => _before + time.GetElapsedTime(_begin);

    private long WordsTrained() => networks.Sum(network => network.WordsTrained);

    /// <summary>Reports the classifier's losses and the progress of all networks, on the thread of the one that made a step.</summary>
    private void ReportNowAndThen(IProgress<TrainingProgress> progress, int epoch, Tally[] soFar, int network, Tally tally)
    {
        lock (soFar)
        {
            soFar[network] = tally;
            if (time.GetElapsedTime(_lastReport) < _reportInterval) return;
            Tally sum = soFar.Take(networks.Count).Aggregate((sum, next) => sum + next);
            int texts = (int)(soFar.Sum(one => (long)one.Texts) * training.Count / _all.Sum(one => (long)one.TextCount));
            if (texts < training.Count) Report(progress, epoch, sum, texts);
        }
    }

    /// <summary>Estimates from the speed so far; null in the first report, whose time is mostly startup.</summary>
    private TimeSpan? Remaining(double done, TimeSpan elapsed)
    {
        if (done >= 1) return TimeSpan.Zero;
        return _hasReported && done > 0 ? elapsed * ((1 - done) / done) : null;
    }

    private void Report(IProgress<TrainingProgress> progress, int epoch, Tally tally, int texts)
    {
        _lastReport = time.GetTimestamp();
        TimeSpan elapsed = Elapsed();
        long words = WordsTrained();
        double done = (double)_all.Sum(one => one.WordsTrained) / Math.Max(1, _all.Sum(one => one.WordsToTrain));
        progress.Report(new TrainingProgress
        {
            Epoch = epoch,
            EpochCount = _epochsAsked,
            DoneTextCount = texts,
            TextCount = training.Count,
            Loss = tally.Loss,
            Accuracy = tally.Accuracy,
            HeldOutAccuracy = _epochs.Count > 0 ? _epochs[^1].HeldOutAccuracy : null,
            WordsPerSecond = elapsed > TimeSpan.Zero ? words / elapsed.TotalSeconds : 0,
            Elapsed = elapsed,
            Remaining = Remaining(done, elapsed),
        });
        _hasReported = true;
    }
}
