namespace MaxPoolConvNet.Training;

/// <summary>Reports the progress of a training: the losses of the classifier's networks, and how far all networks are.</summary>
/// <param name="progress">Receives the reports.</param>
/// <param name="all">All networks; those of the classifier first.</param>
/// <param name="networks">The number of networks of the classifier.</param>
/// <param name="textCount">The number of training texts.</param>
/// <param name="done">The number of complete epochs.</param>
/// <param name="epochs">The number of epochs.</param>
/// <param name="oneByOne">
/// Whether networks train one after the other: an epoch is then reported when as many texts are done as in an epoch of all networks.
/// </param>
/// <param name="elapsed">Returns the duration of the training so far.</param>
internal sealed class TrainingReports(
    IProgress<TrainingProgress> progress,
    NetworkTrainer[] all,
    int networks,
    int textCount,
    int done,
    int epochs,
    bool oneByOne,
    Func<TimeSpan> elapsed)
{
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(100);

    private readonly Lock _reporting = new();
    private readonly Tally[] _tallies = new Tally[all.Length];
    private readonly long[] _texts = Array.ConvertAll(all, network => (long)done * network.TextCount);
    private readonly long _textsOfEpoch = all.Sum(network => (long)network.TextCount);
    private TimeSpan _last = TimeSpan.MinValue;
    private long _allTexts = all.Sum(network => (long)done * network.TextCount);
    private long _complete = done;
    private bool _hasReported;

    /// <summary>Takes note of a step, on the thread of the network that made it, and reports it ten times per second.</summary>
    /// <param name="network">The index of the network.</param>
    /// <param name="epoch">Its epoch, from 1.</param>
    /// <param name="tally">Its losses and hits so far in this epoch.</param>
    /// <param name="heldOutAccuracy">The accuracy on held-out texts after the last epoch; null if there are none.</param>
    public void Step(int network, int epoch, Tally tally, double? heldOutAccuracy)
    {
        lock (_reporting)
        {
            long texts = ((epoch - 1L) * all[network].TextCount) + tally.Texts;
            _allTexts += texts - _texts[network];
            (_tallies[network], _texts[network]) = (tally, texts);
            (long complete, long ofEpoch) = Math.DivRem(_allTexts, _textsOfEpoch);
            bool isEnd = oneByOne && complete > _complete;
            _complete = complete;
            if (!isEnd && (ofEpoch == 0 || (_last != TimeSpan.MinValue && elapsed() - _last < _interval))) return;
            Tally ofAll = _tallies[..networks].Aggregate((sum, next) => sum + next);
            if (isEnd) Report((int)complete, ofAll, textCount, heldOutAccuracy);
            else Report((int)complete + 1, ofAll, (int)(ofEpoch * textCount / _textsOfEpoch), heldOutAccuracy);
        }
    }

    /// <summary>Reports that all networks have finished an epoch.</summary>
    public void EndEpoch(EpochReport report, Tally tally)
    {
        lock (_reporting)
        {
            Report(report.Epoch, tally, textCount, report.HeldOutAccuracy, report.Exchange);
        }
    }

    private void Report(int epoch, Tally tally, int texts, double? heldOutAccuracy, ExchangeReport? exchange = null)
    {
        _last = elapsed();
        double share = (double)all.Sum(one => one.WordsTrained) / Math.Max(1, all.Sum(one => one.WordsToTrain));
        progress.Report(new TrainingProgress
        {
            Epoch = epoch,
            EpochCount = epochs,
            DoneTextCount = texts,
            TextCount = textCount,
            Loss = tally.Loss,
            Accuracy = tally.Accuracy,
            HeldOutAccuracy = heldOutAccuracy,
            WordsPerSecond = _last > TimeSpan.Zero ? all.Take(networks).Sum(one => one.WordsTrained) / _last.TotalSeconds : 0,
            Elapsed = _last,
            Exchange = exchange,
            Remaining = Remaining(share, _last),
        });
        _hasReported = true;
    }

    /// <summary>Estimates from the speed so far; null in the first report, whose time is mostly startup.</summary>
    private TimeSpan? Remaining(double share, TimeSpan time)
    {
        if (share >= 1) return TimeSpan.Zero;
        return _hasReported && share > 0 ? time * ((1 - share) / share) : null;
    }
}
