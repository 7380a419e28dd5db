using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>Trains one of the networks: orders the texts of each epoch and counts losses and hits.</summary>
/// <remarks>Its memory is taken when it first trains, and that of the optimizer is returned by <see cref="Finish"/>.</remarks>
/// <param name="newLearner">Creates what makes the steps of the network.</param>
/// <param name="training">The texts.</param>
/// <param name="leftOut">Those that it doesn't train on, by their indices in ascending order.</param>
/// <param name="options">The options of training.</param>
/// <param name="random">The network's own random numbers.</param>
/// <param name="sharing">The ranks that share the network's filters; null if this one has all of them.</param>
internal sealed class NetworkTrainer(
    Func<Learner> newLearner,
    EncodedTexts training,
    int[] leftOut,
    TrainingOptions options,
    CounterRandom random,
    FilterSharing? sharing = null)
{
    private readonly int _epochs = options.Epochs!.Value;
    private readonly int[] _order = new int[training.Count - leftOut.Length];
    private readonly long _wordsOfEpoch = training.WordCount - leftOut.Sum(text => (long)training.WordIds(text).Length);
    private readonly double _finalRate = options.FinalLearningRateFactor;
    private Learner? _learner;
    private Network<float>? _finished;
    private Tally _tally;
    private long _words;

    /// <summary>The losses and hits of the last epoch.</summary>
    public Tally Tally => _tally;

    /// <summary>The number of texts of an epoch.</summary>
    public int TextCount => _order.Length;

    /// <summary>The number of known words of all epochs.</summary>
    public long WordsToTrain => _epochs * _wordsOfEpoch;

    /// <summary>Whether the last epoch has trained on all texts: it wasn't canceled.</summary>
    public bool IsEpochComplete => _tally.Texts == TextCount;

    /// <summary>The number of known words trained on, over all epochs so far.</summary>
    public long WordsTrained => Volatile.Read(ref _words);

    /// <summary>What other ranks know of this network, or have counted for it.</summary>
    public NetworkTally Counted
    {
        get => new(_tally, _words);
        set => (_tally, _words) = (value.Tally, value.Words);
    }

    private Learner Learner => _learner ??= newLearner();

    /// <summary>Returns the current network, which further training changes.</summary>
    public Network<float> UpToDate()
    {
        if (_finished is not null) return _finished;
        Learner.WriteBack();
        return Learner.Network;
    }

    /// <summary>Ends the training of the network and makes the optimizer's memory available to other networks.</summary>
    public void Finish()
    {
        _finished = UpToDate();
        _learner?.Release();
        _learner = null;
    }

    /// <summary>The finished network leaves the memory that its entries share with their sums.</summary>
    public void DropSums() => _finished = UpToDate().WithoutSums();

    /// <summary>Writes or reads the state that training resumes from after a complete epoch.</summary>
    public void Exchange(ITrainingState state)
    {
        Learner.Exchange(state);
        state.Exchange(ref _words);
    }

    /// <summary>Trains on all texts in a random order, unless it is canceled.</summary>
    /// <param name="epoch">The number of the epoch, from 1.</param>
    /// <param name="afterStep">Receives the losses and hits so far after every step; may be null.</param>
    /// <param name="cancellationToken">Ends the epoch between two steps.</param>
    public void RunEpoch(int epoch, Action<Tally>? afterStep, CancellationToken cancellationToken)
    {
        Learner learner = Learner;
        int atOnce = learner.TextsAtOnce;
        CounterRandom ofEpoch = random.Stream((ulong)epoch);
        for (int text = 0, left = 0; text < training.Count; text++)
        {
            if (left < leftOut.Length && leftOut[left] == text) left++;
            else _order[text - left] = text;
        }

        ofEpoch.Shuffle<int>(_order);
        _tally = default;
        sharing?.Cancellation = cancellationToken;
        for (int first = 0; first < _order.Length && !IsCanceled(cancellationToken); first += atOnce)
        {
            ReadOnlySpan<int> batch = Batch(first, atOnce);
            learner.Announce(training, Batch(first + atOnce, atOnce + 1));
            learner.Step(training, batch, ofEpoch, Rate(epoch, first), ref _tally);
            long words = 0;
            foreach (int text in batch)
                words += training.WordIds(text).Length;
            Volatile.Write(ref _words, _words + words);
            afterStep?.Invoke(_tally);
        }
    }

    /// <summary>Whether to end: where ranks share filters, all of them end after the same step.</summary>
    private bool IsCanceled(CancellationToken cancellationToken) => sharing?.IsCanceled ?? cancellationToken.IsCancellationRequested;

    /// <summary>Returns the texts of the step that begins with a text; none after the last text.</summary>
    private ReadOnlySpan<int> Batch(int first, int count) =>
        first < _order.Length ? _order.AsSpan(first, Math.Min(count, _order.Length - first)) : [];

    /// <summary>Returns the factor of the learning rate for the step that begins with a text of the epoch.</summary>
    private double Rate(int epoch, int text)
    {
        double done = (epoch - 1 + ((double)text / TextCount)) / _epochs;
        return 1 - (done * (1 - _finalRate));
    }
}
