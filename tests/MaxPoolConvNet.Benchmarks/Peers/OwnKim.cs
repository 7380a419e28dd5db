using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Peers;

/// <summary>Kim's network as the library trains it and predicts with it: from the ids of the texts, nothing prepared ahead.</summary>
internal sealed class OwnKim
{
    private const int TextsAtOnce = 16;

    private static readonly CounterRandom _random = new(3);

    private readonly PeerTexts _texts;
    private readonly Lazy<Learner> _learner;
    private readonly Lazy<NetworkTrainer> _learning;
    private readonly Lazy<PredictionRun[]> _compiled;
    private readonly Lazy<PredictionRun[]> _inHalf;
    private readonly Lazy<PredictionRun[]> _in8Bits;
    private readonly WorkSharing _sharing;
    private int _epoch;

    /// <param name="network">The network, which training changes.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="optimizer">The optimizer of training.</param>
    /// <param name="threads">Threads of training and of predicting many texts.</param>
    /// <param name="dropout">The rate of dropout in training.</param>
    public OwnKim(Network<float> network, PeerTexts texts, Optimizer optimizer, int threads, double dropout = KimForm.Dropout)
    {
        var options = new TrainingOptions
        {
            BatchSize = PeerTexts.BatchSize, Dropout = dropout, Epochs = 1, Networks = 1, Optimizer = optimizer, Threads = threads,
        };
        _texts = texts;
        _sharing = new WorkSharing(threads);
        _learner = new Lazy<Learner>(() => Learner.Create(_ => network, options));
        _learning = new Lazy<NetworkTrainer>(() => new NetworkTrainer(() => _learner.Value, texts.Encoded, [], options, _random));
        _compiled = new Lazy<PredictionRun[]>(() => Compile(network, WeightFormat.Float32));
        _inHalf = new Lazy<PredictionRun[]>(() => Compile(network, WeightFormat.BFloat16));
        _in8Bits = new Lazy<PredictionRun[]>(() => Compile(network, WeightFormat.Int8));
    }

    /// <summary>Makes a training step.</summary>
    /// <returns>The mean loss of its texts.</returns>
    public double TrainStep(ReadOnlySpan<int> batch)
    {
        var tally = default(Tally);
        _learner.Value.Step(_texts.Encoded, batch, _random, 1, ref tally);
        return tally.Loss;
    }

    /// <summary>Trains on all texts once, in a random order.</summary>
    public void Epoch() => _learning.Value.RunEpoch(++_epoch, null, CancellationToken.None);

    /// <summary>The network as training has made it so far.</summary>
    public Network<float> Trained()
    {
        _learner.Value.WriteBack();
        return _learner.Value.Network;
    }

    /// <summary>The probability of class 1, on one thread, by the compiled network.</summary>
    public float PredictOne(ReadOnlySpan<int> wordIds) => Predict(_compiled.Value[0], wordIds);

    /// <summary>The same by the network compiled to 16 bits.</summary>
    public float PredictOneInHalf(ReadOnlySpan<int> wordIds) => Predict(_inHalf.Value[0], wordIds);

    /// <summary>The same by the network compiled to 8 bits.</summary>
    public float PredictOneIn8Bits(ReadOnlySpan<int> wordIds) => Predict(_in8Bits.Value[0], wordIds);

    /// <summary>The probability of class 1 for many texts, on all threads, by the compiled network.</summary>
    public float[] PredictMany(IReadOnlyList<int[]> texts) => PredictMany(texts, _compiled.Value);

    /// <summary>The same by the network compiled to 16 bits.</summary>
    public float[] PredictManyInHalf(IReadOnlyList<int[]> texts) => PredictMany(texts, _inHalf.Value);

    /// <summary>The same by the network compiled to 8 bits.</summary>
    public float[] PredictManyIn8Bits(IReadOnlyList<int[]> texts) => PredictMany(texts, _in8Bits.Value);

    private float[] PredictMany(IReadOnlyList<int[]> texts, PredictionRun[] runs)
    {
        float[] probabilities = new float[texts.Count];
        _sharing.Run(Chunks.Count(texts.Count, TextsAtOnce), (piece, worker) =>
        {
            (int first, int count) = Chunks.Of(piece, texts.Count, TextsAtOnce).GetOffsetAndLength(texts.Count);
            for (int t = first; t < first + count; t++)
                probabilities[t] = Predict(runs[worker], texts[t]);
        });
        return probabilities;
    }

    private PredictionRun[] Compile(Network<float> network, WeightFormat precision)
    {
        CompiledTable? rows = CompiledTable.Of(network, new CompileOptions { WeightFormat = precision });
        return [.. Enumerable.Range(0, _sharing.Threads).Select(_ => new PredictionScratch(network, rows).Predicting)];
    }

    private static float Predict(PredictionRun run, ReadOnlySpan<int> wordIds) => LogisticFunction.Probability(run.Forward(wordIds).Logits[0]);
}
