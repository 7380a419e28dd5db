using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>
/// Networks that each train on a part of the training texts, beside the networks of the classifier, to predict the rest: predictions for
/// training texts that are as good, and as sure, as those for new texts.
/// </summary>
internal sealed class FoldNetworks
{
    // a stream of random numbers of a seed: those of the fold networks
    private const ulong FoldStreams = 2_000_000;

    /// <summary>The most logits that are kept. Of more texts, the first ones of each fold are scored.</summary>
    private const int MostLogits = 20_000_000;

    private readonly Fold[] _folds;
    private readonly int _threads;

    /// <param name="plan">The parts of the texts; at least one.</param>
    /// <param name="startOf">Returns the start of a training on some texts.</param>
    /// <param name="labels">The labels.</param>
    /// <param name="options">The options of training one network.</param>
    /// <param name="threads">The number of threads.</param>
    public FoldNetworks(
        FoldPlan plan, Func<IReadOnlyList<LabeledText>, TrainingStart> startOf, LabelSet labels, TrainingOptions options, int threads)
    {
        int mostTexts = MostLogits / labels.Labels.Length / plan.Splits.Count;
        ErrorWeights? weights = ErrorWeights.Of(options.ClassWeights, labels);
        _threads = threads;
        _folds =
        [
            .. plan.Splits.Select((split, n) =>
            {
                TrainingStart start = startOf(split.Training);
                var training = new EncodedTexts(split.Training, start.Encoder, labels, "training", weights);
                var heldOut = new EncodedTexts([.. split.HeldOut.Take(mostTexts)], start.Encoder, labels, "training");
                NetworkTrainer[] trainers =
                [
                    .. Enumerable.Range(n * plan.NetworksPerSplit, plan.NetworksPerSplit).Select(network =>
                    {
                        CounterRandom random = new CounterRandom(options.Seed).Stream(FoldStreams + (ulong)network);
                        Learner learner = Learner.Create(start.Network(random, new CounterRandom(options.Seed)), options);
                        return new NetworkTrainer(learner, training, options, random.Stream(1));
                    }),
                ];
                return new Fold(trainers, heldOut);
            }),
        ];
    }

    public IEnumerable<NetworkTrainer> Trainers => _folds.SelectMany(fold => fold.Trainers);

    /// <summary>The scores of the held-out texts, all of them 0.</summary>
    public FoldScores Empty() =>
        new([.. _folds.SelectMany(fold => Enumerable.Range(0, fold.HeldOut.Count).Select(fold.HeldOut.Target))], _folds[0].LogitCount);

    /// <summary>Scores the texts that each network holds out.</summary>
    /// <exception cref="TrainingDivergedException">A weight isn't finite.</exception>
    public FoldScores Score()
    {
        FoldScores scores = Empty();
        int[] first = new int[_folds.Length];
        for (int n = 1; n < first.Length; n++)
            first[n] = first[n - 1] + _folds[n - 1].HeldOut.Count;
        Concurrently.ForEach(_folds.Length, _threads, n => _folds[n].Score(scores, first[n]), CancellationToken.None);
        return scores;
    }
}
