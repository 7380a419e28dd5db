using MaxPoolConvNet.Networks;
using Microsoft.Extensions.Logging;

namespace MaxPoolConvNet.Training;

/// <summary>Runs a training from start to end: epochs, held-out texts, progress and the best network so far.</summary>
/// <param name="networks">The networks to train.</param>
/// <param name="folds">The networks for out-of-fold scores, which train beside the others; null for none.</param>
/// <param name="given">The network they continue from, which the best must beat on held-out texts; null for new networks.</param>
/// <param name="prepared">The texts to train on, those that decide which epoch is the best, and the options.</param>
/// <param name="checkpoint">The file that keeps the state; null for none.</param>
/// <param name="logger">Receives messages.</param>
/// <param name="time">The clock.</param>
internal sealed class TrainingRun(
    IReadOnlyList<NetworkTrainer> networks,
    FoldNetworks? folds,
    Network<float>? given,
    PreparedTraining prepared,
    CheckpointFile? checkpoint,
    ILogger logger,
    TimeProvider time)
{
    private readonly NetworkTrainer[] _all = [.. networks, .. folds?.All.Select(network => network.Trainer) ?? []];
    private readonly List<EpochReport> _epochs = [];
    private readonly int _epochsAsked = prepared.Options.Epochs!.Value;
    private readonly long _begin = time.GetTimestamp();
    private TimeSpan _before;
    private Network<float>? _best = prepared.HeldOut.Count == 0 ? null : given;
    private FoldScores? _bestScores = prepared.HeldOut.Count == 0 || given is null ? null : folds?.Score();
    private EpochReport? _bestReport =
        prepared.HeldOut.Count == 0 || given is null ? null : HeldOutReport(0, new Tally(), given, prepared.HeldOut);
    private int _bestEpoch;

    /// <summary>Trains the networks.</summary>
    /// <param name="progress">Receives the progress; null for none.</param>
    /// <param name="cancellationToken">Ends the training, with what the complete epochs gave; one by one, it throws.</param>
    public TrainingOutcome ToEnd(IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        checkpoint?.CheckWritable();
        if (checkpoint?.Read(Exchange) == true) TrainingLog.Resumed(logger, _epochs.Count);
        TrainingReports? reports = progress is null
            ? null
            : new TrainingReports(
                progress, _all, networks.Count, prepared.Training.Count, _epochs.Count, _epochsAsked, prepared.OneByOne, Elapsed);
        StopReason reason = StopReason.Completed;
        if (prepared.OneByOne) RunNetworks(reports, cancellationToken);
        while (_epochs.Count < _epochsAsked && reason == StopReason.Completed)
        {
            int without = _epochs.Count - _bestEpoch;
            if (prepared.Options.EarlyStopping is { } early && without >= early.Patience) reason = StopReason.NoImprovement;
            else if (!RunEpoch(_epochs.Count + 1, reports, cancellationToken)) reason = StopReason.Cancelled;
            else checkpoint?.Write(Exchange);
        }

        if (reason == StopReason.Cancelled && _epochs.Count == 0) throw new OperationCanceledException(cancellationToken);
        TimeSpan elapsed = Elapsed();
        foreach (NetworkTrainer one in _all)
            one.Finish();
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

    /// <summary>Makes the memory of all networks available to other trainings, but for what the given network reads.</summary>
    public void Release(Network<float> used)
    {
        List<Network<float>> done = [.. _all.Select(network => network.UpToDate())];
        if (_best is not null) done.Add(_best);
        foreach (FilterTable<float> table in done.SelectMany(network => network.Tables).Except(used.Tables))
            table.Release();
    }

    /// <summary>Trains one network after the other, as many at a time as there are threads.</summary>
    /// <exception cref="OperationCanceledException">It was canceled.</exception>
    private void RunNetworks(TrainingReports? reports, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var tallies = new Tally[networks.Count, _epochsAsked];
        Concurrently.ForEach(_all.Length, prepared.Options.ThreadCount, Run, CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        for (int epoch = 1; epoch <= _epochsAsked; epoch++)
        {
            IEnumerable<Tally> all = Enumerable.Range(0, networks.Count).Select(n => tallies[n, epoch - 1]);
            EndEpoch(epoch, all.Aggregate((sum, next) => sum + next), reports: null);
        }

        void Run(int n)
        {
            try
            {
                for (int epoch = 1; epoch <= _epochsAsked; epoch++)
                {
                    if (stop.IsCancellationRequested) return;
                    _all[n].RunEpoch(epoch, reports is null ? null : tally => reports.Step(n, epoch, tally, null), stop.Token);
                    if (!_all[n].IsEpochComplete) return;
                    if (n >= networks.Count) continue;
                    CheckLoss(epoch, _all[n].Tally);
                    tallies[n, epoch - 1] = _all[n].Tally;
                }

                if (n < networks.Count) _all[n].Finish();
                else folds!.All[n - networks.Count].Finish();
            }
            catch
            {
                stop.Cancel();
                throw;
            }
        }
    }

    /// <returns>False if training was canceled.</returns>
    private bool RunEpoch(int epoch, TrainingReports? reports, CancellationToken cancellationToken)
    {
        double? accuracy = _epochs.Count > 0 ? _epochs[^1].HeldOutAccuracy : null;
        Action<int> run = n =>
            _all[n].RunEpoch(epoch, reports is null ? null : tally => reports.Step(n, epoch, tally, accuracy), cancellationToken);

        // canceling ends the epoch of each network between two steps
        Concurrently.ForEach(_all.Length, prepared.Options.ThreadCount, run, CancellationToken.None);
        if (cancellationToken.IsCancellationRequested && _all.Any(network => !network.IsEpochComplete)) return false;
        EndEpoch(epoch, networks.Select(network => network.Tally).Aggregate((sum, next) => sum + next), reports);
        return true;
    }

    private void CheckLoss(int epoch, Tally tally)
    {
        if (double.IsFinite(tally.Loss)) return;
        double rate = prepared.Options.Optimizer.LearningRate;
        throw new TrainingDivergedException(FormattableString.Invariant(
            $"training diverged in epoch {epoch}: the loss is {tally.Loss}; try a learning rate smaller than {rate}"));
    }

    private void EndEpoch(int epoch, Tally tally, TrainingReports? reports)
    {
        CheckLoss(epoch, tally);
        IEnumerable<string?> notFinite = checkpoint is null ? [] : _all.Select(network => network.UpToDate().FindNotFinite());
        if (notFinite.FirstOrDefault(found => found is not null) is { } entry)
            throw new TrainingDivergedException($"training diverged in epoch {epoch}: {entry}; the checkpoint is from the epoch before");

        var report = new EpochReport(epoch, tally.Loss, tally.Accuracy, null, null);
        if (prepared.HeldOut.Count > 0)
        {
            Network<float> average = Average();
            report = HeldOutReport(epoch, tally, average, prepared.HeldOut);
            if (_bestReport is null || IsBetter(report, _bestReport))
            {
                _bestReport = report;
                _bestEpoch = epoch;
                _best?.Release();
                _best = average.To<float>();
                _bestScores = folds?.Score();
            }
        }

        _epochs.Add(report);
        TrainingLog.Epoch(logger, report);
        reports?.EndEpoch(epoch, tally, report.HeldOutAccuracy);
    }

    private static bool IsBetter(EpochReport report, EpochReport best) =>
        report.HeldOutAccuracy > best.HeldOutAccuracy
        || (report.HeldOutAccuracy == best.HeldOutAccuracy && report.HeldOutLoss < best.HeldOutLoss);

    private Network<float> Average() => NetworkAverage.Of([.. networks.Select(network => network.UpToDate())]);

    private static EpochReport HeldOutReport(int epoch, Tally training, Network<float> network, EncodedTexts heldOut)
    {
        var tally = new Tally();
        var run = PredictionRun.Of(network);
        for (int t = 0; t < heldOut.Count; t++)
            tally.Add(network.Output.Function, run.Forward(heldOut.WordIds(t)).Logits, heldOut.Target(t));
        return new EpochReport(epoch, training.Loss, training.Accuracy, tally.Loss, tally.Accuracy);
    }

    /// <summary>Writes or reads the state that training resumes from after a complete epoch.</summary>
    private void Exchange(ITrainingState state)
    {
        foreach (NetworkTrainer network in _all)
            network.Exchange(state);
        EpochState.Exchange(_epochs, _epochsAsked, state);
        long bestEpoch = _bestEpoch;
        state.Exchange(ref bestEpoch, _epochs.Count);
        _bestEpoch = (int)bestEpoch;
        long ticks = Elapsed().Ticks;
        state.Exchange(ref ticks, TimeSpan.MaxValue.Ticks);
        _before = TimeSpan.FromTicks(ticks) - time.GetElapsedTime(_begin);
        if (_bestEpoch == 0) return;

        // the best network is read into one of the same form
        if (_best is null || _best == given) _best = Average().To<float>();
        NetworkState.Exchange(_best, state);
        _bestScores ??= folds?.Empty();
        if (_bestScores is not null) state.Exchange(_bestScores.AllLogits);
        _bestReport = _epochs[_bestEpoch - 1];
    }

    private TimeSpan Elapsed() => _before + time.GetElapsedTime(_begin);

    private long WordsTrained() => networks.Sum(network => network.WordsTrained);
}
