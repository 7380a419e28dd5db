using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>One of the networks of a training on its way through the texts: their order in each epoch, and how they were
/// recognized.</summary>
/// <param name="learner">Makes its steps.</param>
/// <param name="training">The texts.</param>
/// <param name="options">How to train.</param>
/// <param name="random">This network's own random numbers.</param>
internal sealed class NetworkTrainer(Learner learner, EncodedTexts training, TrainingOptions options, CounterRandom random)
{
    private readonly int _epochs = options.Epochs!.Value;
    private readonly int _batchSize = options.BatchSize!.Value;
    private readonly int[] _order = new int[training.Count];
    private readonly double _finalRate = options.FinalLearningRateFactor;
    private Tally _tally;
    private long _words;

    /// <summary>How the texts of the last epoch were recognized.</summary>
    public Tally Tally => _tally;

    /// <summary>Known words that training went over, in all epochs so far.</summary>
    public long WordsTrained => Volatile.Read(ref _words);

    /// <summary>The network as training has made it so far; it changes as training goes on.</summary>
    public Network<float> UpToDate()
    {
        learner.WriteBack();
        return learner.Network;
    }

    /// <summary>Writes or reads all that training goes on from after whole epochs.</summary>
    public void Exchange(ITrainingState state)
    {
        learner.Exchange(state);
        state.Exchange(ref _words);
    }

    /// <summary>Goes over all texts in a random order, or until it is cancelled.</summary>
    /// <param name="epoch">From 1 on.</param>
    /// <param name="afterStep">Is told after every step how the texts so far were recognized; null for nothing.</param>
    /// <param name="cancellationToken">Ends the epoch between two steps.</param>
    public void RunEpoch(int epoch, Action<Tally>? afterStep, CancellationToken cancellationToken)
    {
        CounterRandom ofEpoch = random.Stream((ulong)epoch);
        for (int t = 0; t < _order.Length; t++)
            _order[t] = t;
        ofEpoch.Shuffle<int>(_order);
        _tally = default;
        for (int first = 0; first < _order.Length && !cancellationToken.IsCancellationRequested; first += _batchSize)
        {
            ReadOnlySpan<int> batch = Batch(first);
            learner.Announce(training, Batch(first + _batchSize));
            learner.Step(training, batch, ofEpoch, Rate(epoch, first), ref _tally);
            long words = 0;
            foreach (int text in batch)
                words += training.WordIds(text).Length;
            Volatile.Write(ref _words, _words + words);
            afterStep?.Invoke(_tally);
        }
    }

    /// <summary>The texts of the step that begins with this one; none behind the last.</summary>
    private ReadOnlySpan<int> Batch(int first) => first < _order.Length ? _order.AsSpan(first, Math.Min(_batchSize, _order.Length - first)) : [];

    /// <summary>The factor of the learning rate of the step that begins with this text of the epoch.</summary>
    private double Rate(int epoch, int text)
    {
        double done = (epoch - 1 + ((double)text / training.Count)) / _epochs;
        return 1 - (done * (1 - _finalRate));
    }
}
