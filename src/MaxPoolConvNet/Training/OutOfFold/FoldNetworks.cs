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

    private readonly int _networksPerSplit;
    private readonly NetworkRanks _ranks;
    private readonly int _firstNetwork;
    private readonly int _threads;
    private readonly int _logits;

    /// <param name="prepared">The training whose texts they are for; it plans at least one network.</param>
    /// <param name="options">The options of training one network.</param>
    /// <param name="ranks">Which ranks train which networks: first those of the classifier, then these.</param>
    public FoldNetworks(PreparedTraining prepared, TrainingOptions options, NetworkRanks ranks)
    {
        (_ranks, _firstNetwork) = (ranks, options.Networks);
        (FoldPlan plan, LabelSet labels) = (prepared.Folds, prepared.Start.Labels);
        int mostTexts = MostLogits / labels.Labels.Length / plan.Splits.Count;
        ErrorWeights? weights = ErrorWeights.Of(options.ClassWeights, labels);
        _networksPerSplit = plan.NetworksPerSplit;
        _threads = prepared.Options.ThreadCount;
        _logits = prepared.Start.LogitCount;
        var all = new List<FoldNetwork>();
        int first = 0;
        foreach (TextSplit split in plan.Splits)
        {
            TrainingStart start = prepared.StartOf(split.Training);
            var training = new EncodedTexts(split.Training, start.Encoder, labels, "training", weights);
            var heldOut = new EncodedTexts([.. split.HeldOut.Take(mostTexts)], start.Encoder, labels, "training");
            for (int n = 0; n < plan.NetworksPerSplit; n++)
            {
                CounterRandom random = new CounterRandom(options.Seed).Stream(FoldStreams + (ulong)all.Count);
                Func<Learner> newLearner = () => Learner.Create(
                    start.Network(random, new CounterRandom(options.Seed), ranks.Share), options, ranks.Sharing);
                var trainer = new NetworkTrainer(newLearner, training, options, random.Stream(1), ranks.Sharing);
                all.Add(new FoldNetwork(trainer, heldOut, first, ranks.Sharing));
            }

            first += heldOut.Count;
        }

        All = all;
    }

    /// <summary>The networks, split by split.</summary>
    public IReadOnlyList<FoldNetwork> All { get; }

    /// <summary>The scores of the held-out texts, all of them 0.</summary>
    public FoldScores Empty() => new(
        [.. All.Chunk(_networksPerSplit).SelectMany(of => Enumerable.Range(0, of[0].HeldOut.Count).Select(of[0].HeldOut.Target))],
        _logits);

    /// <summary>Scores the texts that each network holds out: the mean logits of the networks of a split.</summary>
    /// <exception cref="TrainingDivergedException">A weight isn't finite.</exception>
    public FoldScores Score()
    {
        float[][] logits = _ranks.OfOwn(_firstNetwork, All.Count, _threads, n => All[n].Score());
        FoldScores scores = Empty();
        for (int n = 0; n < logits.Length; n++)
        {
            Span<float> sums = scores.AllLogits[(All[n].First * scores.LogitCount)..];
            for (int at = 0; at < logits[n].Length; at++)
                sums[at] += logits[n][at] / _networksPerSplit;
        }

        return scores;
    }
}
