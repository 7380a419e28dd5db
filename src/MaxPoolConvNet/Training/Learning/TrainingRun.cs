using MaxPoolConvNet.Networks;
using Microsoft.Extensions.Logging;

namespace MaxPoolConvNet.Training;

/// <summary>Runs a training from start to end: epochs, held-out texts, progress and the best network so far.</summary>
/// <param name="networks">The networks to train.</param>
/// <param name="folds">The networks for out-of-fold scores; null for none.</param>
/// <param name="given">
/// The network they continue from, or this rank's part of it, which the best must beat on held-out texts; null for new networks.
/// </param>
/// <param name="ranks">Which ranks train which networks.</param>
/// <param name="prepared">The texts to train on, those that decide which epoch is the best, and the options.</param>
/// <param name="checkpoint">The file that keeps the state; null for none.</param>
/// <param name="logger">Receives messages.</param>
/// <param name="time">The clock.</param>
internal sealed class TrainingRun(
    IReadOnlyList<NetworkTrainer> networks,
    FoldNetworks? folds,
    Network<float>? given,
    NetworkRanks ranks,
    PreparedTraining prepared,
    CheckpointFile? checkpoint,
    ILogger logger,
    TimeProvider time)
{
    private readonly NetworkTrainer[] _all = [.. networks, .. folds?.Added ?? []];
    private readonly int _ownNetworks = networks.Where((_, n) => ranks.IsOwn(n)).Count();
    private readonly List<EpochReport> _epochs = [];
    private readonly Lock _copying = new();
    private readonly int _epochsAsked = prepared.Options.Epochs!.Value;
    private readonly long _begin = time.GetTimestamp();
    private TimeSpan _before;
    private Network<float>? _best;
    private FoldScores? _bestScores;
    private EpochReport? _bestReport;
    private int _bestEpoch;

    /// <summary>Trains the networks.</summary>
    /// <param name="progress">Receives the progress; null for none.</param>
    /// <param name="cancellationToken">Ends the training, with what the complete epochs gave; one by one, it throws.</param>
    public TrainingOutcome ToEnd(IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        if (given is not null && prepared.HeldOut.Count > 0)
            TakeAsBest(HeldOutReports.Of(prepared, ranks, 0, new Tally(), _ => given), _ => given);
        checkpoint?.CheckWritable();
        if (Resume()) TrainingLog.Resumed(logger, _epochs.Count);
        TrainingReports? reports = progress is null || _ownNetworks == 0
            ? null
            : new TrainingReports(
                progress,
                [.. _all.Where((_, n) => ranks.IsOwn(n))],
                _ownNetworks,
                prepared.Training.Count,
                _epochs.Count,
                _epochsAsked,
                prepared.OneByOne,
                Elapsed);
        StopReason reason = StopReason.Completed;
        if (prepared.OneByOne) RunNetworks(reports, cancellationToken);
        while (_epochs.Count < _epochsAsked && reason == StopReason.Completed)
        {
            int without = _epochs.Count - _bestEpoch;
            if (prepared.Options.EarlyStopping is { } early && without >= early.Patience) reason = StopReason.NoImprovement;
            else if (!RunEpoch(_epochs.Count + 1, reports, cancellationToken)) reason = StopReason.Cancelled;
            else WriteCheckpoint();
        }

        if (reason == StopReason.Cancelled && _epochs.Count == 0) throw new OperationCanceledException(cancellationToken);
        TimeSpan elapsed = Elapsed();
        ranks.ForEachOwn(.., prepared.Options.ThreadCount, Finish);
        if (prepared.Memory.DropsSums && !prepared.OneByOne) ranks.ForEachOwn(..networks.Count, threads: 1, DropSums);
        if (_bestReport is null) TakeAsBest(null, n => networks[n].UpToDate());
        if (_best?.FindNotFinite() is { } found)
            throw new TrainingDivergedException($"training diverged: {found}; try a smaller learning rate");
        double chance = OutputFunctions.Of<float>(prepared.Start.Output).LossOfGuessing(prepared.Start.Labels.Labels.Length);
        if (_epochs.Count > 0 && _epochs[^1].Loss > chance) TrainingLog.NoBetterThanGuessing(logger, _epochs[^1].Loss, chance);
        TrainingLog.End(logger, _epochs.Count, elapsed.TotalSeconds, reason, _bestEpoch);
        return new TrainingOutcome(_best, reason, [.. _epochs], _bestEpoch, elapsed, WordsTrained())
        {
            FoldScores = _bestScores,
        };
    }

    /// <summary>Makes the memory of all networks available to other trainings, but for what the given network reads.</summary>
    public void Release(Network<float> used)
    {
        List<Network<float>> done = [];
        ranks.ForEachOwn(.., threads: 1, n => done.Add(_all[n].UpToDate()));
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
        int begun = 0;
        Concurrently.ForEach(_all.Length, prepared.Options.ThreadCount, Run, CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        for (int epoch = 1; epoch <= _epochsAsked; epoch++)
        {
            IEnumerable<Tally> all = Enumerable.Range(0, networks.Count).Select(n => tallies[n, epoch - 1]);
            EndEpoch(epoch, all.Aggregate((sum, next) => sum + next), reports: null, exchanged: null);
        }

        void Run(int n)
        {
            try
            {
                Interlocked.Increment(ref begun);
                for (int epoch = 1; epoch <= _epochsAsked; epoch++)
                {
                    if (stop.IsCancellationRequested) return;
                    _all[n].RunEpoch(epoch, reports is null ? null : tally => reports.Step(n, epoch, tally, null), stop.Token);
                    if (!_all[n].IsEpochComplete) return;
                    if (n >= networks.Count) continue;
                    CheckLoss(epoch, _all[n].Tally);
                    tallies[n, epoch - 1] = _all[n].Tally;
                }

                Finish(n);
                if (n < networks.Count && (prepared.Memory.DropsSums || Volatile.Read(ref begun) < _all.Length)) DropSums(n);
            }
            catch
            {
                stop.Cancel();
                throw;
            }
        }
    }

    /// <summary>Ends the training of a network. Of one for out-of-fold scores, these alone stay if they are needed.</summary>
    private void Finish(int n)
    {
        if (n < networks.Count || _bestReport is not null) _all[n].Finish();
        else folds!.All[n - networks.Count].Finish();
    }

    /// <summary>A finished network leaves the memory of its sums. It needs some for a copy: one at a time.</summary>
    private void DropSums(int n)
    {
        lock (_copying)
        {
            networks[n].DropSums();
            if (prepared.Memory.DropsSums) prepared.Memory.ReturnUnused();
        }
    }

    /// <returns>False if training was canceled.</returns>
    private bool RunEpoch(int epoch, TrainingReports? reports, CancellationToken cancellationToken)
    {
        double? accuracy = _epochs.Count > 0 ? _epochs[^1].HeldOutAccuracy : null;
        ExchangeReport? before = ranks.Meter?.SoFar;
        Action<int> run = n =>
        {
            int own = Enumerable.Range(0, n).Count(ranks.IsOwn);
            _all[n].RunEpoch(epoch, reports is null ? null : tally => reports.Step(own, epoch, tally, accuracy), cancellationToken);
        };

        // canceling ends the epoch of each network between two steps
        ranks.ForEachOwn(.., prepared.Options.ThreadCount, run);
        ranks.ExchangeTallies(_all);
        if (_all.Any(network => !network.IsEpochComplete)) return false;
        EndEpoch(epoch, networks.Select(network => network.Tally).Aggregate((sum, next) => sum + next), reports, before);
        return true;
    }

    private void CheckLoss(int epoch, Tally tally)
    {
        if (double.IsFinite(tally.Loss)) return;
        double rate = prepared.Options.Optimizer.LearningRate;
        throw new TrainingDivergedException(FormattableString.Invariant(
            $"training diverged in epoch {epoch}: the loss is {tally.Loss}; try a learning rate smaller than {rate}"));
    }

    /// <param name="epoch">The epoch.</param>
    /// <param name="tally">The losses and hits of its training texts.</param>
    /// <param name="reports">Receives the progress; null for none.</param>
    /// <param name="exchanged">What was exchanged before the epoch; null for this process alone.</param>
    private void EndEpoch(int epoch, Tally tally, TrainingReports? reports, ExchangeReport? exchanged)
    {
        CheckLoss(epoch, tally);
        if (prepared.Options.Checkpoint is not null) ranks.ForEachOwn(.., threads: 1, CheckFinite);
        var report = new EpochReport(epoch, tally.Loss, tally.Accuracy, null, null);
        if (prepared.HeldOut.Count > 0)
        {
            report = HeldOutReports.Of(prepared, ranks, epoch, tally, n => networks[n].UpToDate());
            if (_bestReport is null || IsBetter(report, _bestReport)) TakeAsBest(report, n => networks[n].UpToDate());
        }

        if (exchanged is not null) report = new EpochReport(report, ranks.Meter!.Since(exchanged));
        _epochs.Add(report);
        TrainingLog.Epoch(logger, report);
        reports?.EndEpoch(report, tally);
    }

    private static bool IsBetter(EpochReport report, EpochReport best) =>
        report.HeldOutAccuracy > best.HeldOutAccuracy
        || (report.HeldOutAccuracy == best.HeldOutAccuracy && report.HeldOutLoss < best.HeldOutLoss);

    private void CheckFinite(int network)
    {
        if (_all[network].UpToDate().FindNotFinite() is { } entry)
            throw new TrainingDivergedException(
                $"training diverged in epoch {_epochs.Count + 1}: {entry}; the checkpoint is from the epoch before");
    }

    /// <summary>Keeps the average of networks as the best.</summary>
    /// <param name="report">How good it is on held-out texts; null if there are none.</param>
    /// <param name="networkOf">Returns a network of this rank.</param>
    private void TakeAsBest(EpochReport? report, Func<int, Network<float>> networkOf)
    {
        (Network<float>? last, _bestReport, _bestEpoch) = (_best, report, report?.Epoch ?? _epochs.Count);
        if (last != given) last?.Release();
        _best = Average(networkOf);
        if (report is { Epoch: > 0 }) _best = _best?.To<float>();
        _bestScores = folds?.Score();
    }

    /// <summary>The average of networks at the first rank; null at the others.</summary>
    private Network<float>? Average(Func<int, Network<float>> networkOf)
    {
        Network<float>?[] all =
        [
            .. networks.Select((_, n) => ranks.Gather(n, ranks.IsOwn(n) ? networkOf(n) : null, prepared.Start.Receiver)),
        ];
        return ranks.IsFirst ? NetworkAverage.Of(all!) : null;
    }

    private void WriteCheckpoint()
    {
        if (prepared.Options.Checkpoint is null) return;
        if (checkpoint is null) ExchangeNetworks(null, isReading: false);
        else checkpoint.Write(state => Exchange(state, isReading: false));
    }

    /// <summary>Resumes from the checkpoint, which only the first rank has; returns false if there is none.</summary>
    private bool Resume()
    {
        if (prepared.Options.Checkpoint is null || !ranks.Agree(checkpoint?.Exists == true)) return false;
        if (checkpoint is null) ExchangeNetworks(null, isReading: true);
        else checkpoint.Read(state => Exchange(state, isReading: true));
        using MemoryStream? epochs = ranks.Broadcast(stream => ExchangeEpochs(new StateWriter(stream)));
        if (epochs is not null) ExchangeEpochs(new StateReader(epochs, "checkpoint"));
        if (_bestEpoch > 0) _bestReport = _epochs[_bestEpoch - 1];
        ranks.ExchangeTallies(_all);
        return true;
    }

    /// <summary>Writes or reads the state that training resumes from after a complete epoch.</summary>
    private void Exchange(ITrainingState state, bool isReading)
    {
        ExchangeNetworks(state, isReading);
        ExchangeEpochs(state);
        if (_bestEpoch == 0) return;

        // the best network is read into one of the same form
        if (_best is null || _best == given) _best = Receiver();
        NetworkState.Exchange(_best, state);
        _bestScores ??= folds?.Empty();
        if (_bestScores is not null) state.Exchange(_bestScores.AllLogits);
    }

    /// <summary>An average of networks that receives weights.</summary>
    private Network<float> Receiver() =>
        NetworkAverage.Of([.. networks.Select(_ => prepared.Start.Receiver(FilterShare.All))]).To<float>();

    private void ExchangeNetworks(ITrainingState? state, bool isReading)
    {
        for (int n = 0; n < _all.Length; n++)
            ranks.Exchange(n, _all[n], state, isReading);
    }

    private void ExchangeEpochs(ITrainingState state)
    {
        EpochState.Exchange(_epochs, _epochsAsked, state);
        long bestEpoch = _bestEpoch;
        state.Exchange(ref bestEpoch, _epochs.Count);
        _bestEpoch = (int)bestEpoch;
        long ticks = Elapsed().Ticks;
        state.Exchange(ref ticks, TimeSpan.MaxValue.Ticks);
        _before = TimeSpan.FromTicks(ticks) - time.GetElapsedTime(_begin);
    }

    private TimeSpan Elapsed() => _before + time.GetElapsedTime(_begin);

    private long WordsTrained() => networks.Sum(network => network.WordsTrained);
}
