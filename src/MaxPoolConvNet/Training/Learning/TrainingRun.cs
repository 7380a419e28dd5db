using Microsoft.Extensions.Logging;

namespace MaxPoolConvNet.Training;

/// <summary>One training from its first text to its end: epochs, order of the texts, held-out part, progress, the best network so far.</summary>
internal sealed class TrainingRun(
    Learner learner, EncodedTexts training, EncodedTexts heldOut, TrainingOptions options, ILogger logger, TimeProvider time)
{
    private static readonly TimeSpan _reportInterval = TimeSpan.FromMilliseconds(100);

    private readonly List<EpochReport> _epochs = [];
    private readonly int[] _order = [.. Enumerable.Range(0, training.Count)];
    private readonly TextPass<float> _heldOutPass = new(learner.Network);
    private readonly CounterRandom _random = new CounterRandom(options.Seed).Stream(1);
    private readonly long _begin = time.GetTimestamp();
    private Network<float>? _best;
    private int _bestEpoch;
    private long _words;
    private long _lastReport;

    public TrainingResult ToEnd(
        Func<Network<float>, TextClassifier> toClassifier, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        StopReason reason = StopReason.Completed;
        for (int epoch = 1; epoch <= options.Epochs; epoch++)
        {
            if (!RunEpoch(epoch, progress, cancellationToken))
            {
                reason = StopReason.Cancelled;
                break;
            }

            if (options.EarlyStopping is { } early && epoch - _bestEpoch >= early.Patience && epoch < options.Epochs)
            {
                reason = StopReason.NoImprovement;
                break;
            }
        }

        TimeSpan elapsed = time.GetElapsedTime(_begin);
        Network<float> network = _best ?? learner.Network;
        if (_best is null) _bestEpoch = _epochs.Count;
        if (network.FindNotFinite() is { } found) throw new ArithmeticException($"training diverged: {found}; a smaller learning rate was expected");
        double chance = learner.Network.Output.LossOfGuessing;
        if (_epochs.Count > 0 && _epochs[^1].Loss > chance) TrainingLog.NoBetterThanGuessing(logger, _epochs[^1].Loss, chance);
        TrainingLog.End(logger, _epochs.Count, elapsed.TotalSeconds, reason, _bestEpoch);
        return new TrainingResult(toClassifier(network), reason, [.. _epochs], _bestEpoch, elapsed, _words);
    }

    /// <returns>False where it was cancelled.</returns>
    private bool RunEpoch(int epoch, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        CounterRandom random = _random.Stream((ulong)epoch);
        for (int t = 0; t < _order.Length; t++)
            _order[t] = t;
        random.Shuffle<int>(_order);

        var tally = new Tally();
        for (int first = 0; first < _order.Length; first += options.BatchSize)
        {
            if (cancellationToken.IsCancellationRequested) return false;
            ReadOnlySpan<int> batch = _order.AsSpan(first, Math.Min(options.BatchSize, _order.Length - first));
            learner.Step(training, batch, random, ref tally);
            foreach (int text in batch)
                _words += training.WordIds(text).Length;
            if (progress is not null && tally.Texts < training.Count && time.GetElapsedTime(_lastReport) >= _reportInterval) Report(progress, epoch, tally);
        }

        if (!double.IsFinite(tally.Loss))
            throw new ArithmeticException(FormattableString.Invariant($"training diverged in epoch {epoch}: the loss is {tally.Loss}; the learning rate of {options.Optimizer.LearningRate} is too large"));
        EndEpoch(epoch, tally);
        if (progress is not null) Report(progress, epoch, tally);
        return true;
    }

    private void EndEpoch(int epoch, Tally tally)
    {
        var report = new EpochReport(epoch, tally.Loss, tally.Accuracy, null, null);
        if (heldOut.Count > 0)
        {
            Tally held = TallyHeldOut();
            report = report with { HeldOutLoss = held.Loss, HeldOutAccuracy = held.Accuracy };
            if (_bestEpoch == 0 || IsBetter(report, _epochs[_bestEpoch - 1]))
            {
                _bestEpoch = epoch;
                _best = learner.Network.To<float>();
            }
        }

        _epochs.Add(report);
        TrainingLog.Epoch(logger, epoch, report.Loss, report.Accuracy, report.HeldOutAccuracy);
    }

    private static bool IsBetter(EpochReport report, EpochReport best) =>
        report.HeldOutAccuracy > best.HeldOutAccuracy
        || (report.HeldOutAccuracy == best.HeldOutAccuracy && report.HeldOutLoss < best.HeldOutLoss);

    private Tally TallyHeldOut()
    {
        var tally = new Tally();
        for (int t = 0; t < heldOut.Count; t++)
        {
            learner.Network.Forward(heldOut.WordIds(t), learner.Network.Tables, [], _heldOutPass);
            tally.Add(learner.Network.Output, _heldOutPass.Logits, heldOut.Target(t));
        }

        return tally;
    }

    private void Report(IProgress<TrainingProgress> progress, int epoch, Tally tally)
    {
        _lastReport = time.GetTimestamp();
        TimeSpan elapsed = time.GetElapsedTime(_begin);
        double done = (double)(((epoch - 1) * (long)training.Count) + tally.Texts) / ((long)options.Epochs * training.Count);
        progress.Report(new TrainingProgress(
            epoch,
            options.Epochs,
            tally.Texts,
            training.Count,
            tally.Loss,
            tally.Accuracy,
            _epochs.Count > 0 ? _epochs[^1].HeldOutAccuracy : null,
            elapsed > TimeSpan.Zero ? _words / elapsed.TotalSeconds : 0,
            elapsed,
            elapsed * ((1 - done) / done)));
    }
}
