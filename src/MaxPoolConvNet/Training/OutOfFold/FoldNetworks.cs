using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>
/// Networks that each train on a part of the training texts, beside the networks of the classifier, to predict the rest: predictions for
/// training texts that are as good, and as sure, as those for new texts. Or the last network of the classifier, if it leaves texts out.
/// </summary>
internal sealed class FoldNetworks
{
    // a stream of random numbers of a seed: those of the fold networks
    private const ulong FoldStreams = 2_000_000;

    private readonly FoldPlan _plan;
    private readonly NetworkRanks _ranks;
    private readonly int _firstNetwork;
    private readonly int _threads;
    private readonly int _logits;

    /// <param name="prepared">The training whose texts they are for; it plans at least one network.</param>
    /// <param name="options">The options of training one network.</param>
    /// <param name="ranks">Which ranks train which networks: first those of the classifier, then these.</param>
    /// <param name="last">The last network of the classifier.</param>
    public FoldNetworks(PreparedTraining prepared, TrainingOptions options, NetworkRanks ranks, NetworkTrainer last)
    {
        _plan = prepared.Folds;
        (_ranks, _firstNetwork) = (ranks, _plan.LeftOut.Length > 0 ? options.Networks - 1 : options.Networks);
        _threads = prepared.Options.ThreadCount;
        _logits = prepared.Start.LogitCount;
        LabelSet labels = prepared.Start.Labels;
        ErrorWeights? weights = ErrorWeights.Of(options.ClassWeights, labels);
        var division = new TextDivision(options.Ranks, options.ThreadCount);
        var all = new List<FoldNetwork>();
        foreach (FoldPart part in _plan.Parts)
        {
            TrainingStart start = prepared.StartOf(part.Training);
            var training = new EncodedTexts(part.Training, start.Encoder, labels, "training", weights, division);
            EncodedTexts heldOut = HeldOut([.. part.HeldOut.Select(text => _plan.Scored[text])], start);
            CounterRandom random = new CounterRandom(options.Seed).Stream(FoldStreams + (ulong)all.Count);
            Func<Learner> newLearner = () => Learner.Create(
                isRounded => start.Network(random, new CounterRandom(options.Seed), ranks.Share, isRounded), options, ranks.Sharing);
            var trainer = new NetworkTrainer(newLearner, training, [], options, random.Stream(1), ranks.Sharing);
            all.Add(new FoldNetwork(trainer, heldOut, part.HeldOut, ranks.Sharing));
        }

        Added = [.. all.Select(network => network.Trainer)];
        if (_plan.LeftOut.Length > 0)
        {
            int[] texts = [.. Enumerable.Range(0, _plan.Scored.Count)];
            all.Add(new FoldNetwork(last, HeldOut(_plan.Scored, prepared.Start), texts, ranks.Sharing));
        }

        All = all;

        EncodedTexts HeldOut(IReadOnlyList<LabeledText> texts, TrainingStart start) =>
            new(texts, start.Encoder, labels, "training", weights: null, division);
    }

    /// <summary>The networks, round by round.</summary>
    public IReadOnlyList<FoldNetwork> All { get; }

    /// <summary>What trains those of them that aren't the classifier's.</summary>
    public IReadOnlyList<NetworkTrainer> Added { get; }

    /// <summary>The scores of the predicted texts, all of them 0.</summary>
    public FoldScores Empty()
    {
        var targets = new Target[_plan.Scored.Count];
        foreach (FoldNetwork network in All)
        {
            for (int one = 0; one < network.Texts.Length; one++)
                targets[network.Texts[one]] = network.HeldOut.Target(one);
        }

        return new FoldScores(targets, _logits);
    }

    /// <summary>Scores the texts that the networks hold out: the mean of the logits of all rounds.</summary>
    /// <exception cref="TrainingDivergedException">A weight isn't finite.</exception>
    public FoldScores Score()
    {
        float[][] logits = _ranks.OfOwn(_firstNetwork, All.Count, _threads, n => All[n].Score());
        FoldScores scores = Empty();
        for (int n = 0; n < logits.Length; n++)
        {
            for (int at = 0; at < logits[n].Length; at++)
                scores.Logits(All[n].Texts[at / _logits])[at % _logits] += logits[n][at] / _plan.Rounds;
        }

        return scores;
    }
}
