using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace MaxPoolConvNet.Training;

/// <summary>Trains classifiers from labelled texts. Immutable and thread-safe: each call trains a classifier of its own.</summary>
public sealed class Trainer
{
    // streams of random numbers of a seed: those of the epochs, and those of all networks but the first, which has the seed's own
    private const ulong EpochStreams = 1;
    private const ulong NetworkStreams = 1_000_000;

    private readonly TrainingOptions _options;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;

    /// <summary>A trainer with these options.</summary>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <param name="logger">Receives a message an epoch; null for none.</param>
    /// <param name="timeProvider">The clock that speeds are measured by; null for the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="ArgumentNullException">An option that has no null is null.</exception>
    public Trainer(TrainingOptions? options = null, ILogger<Trainer>? logger = null, TimeProvider? timeProvider = null)
    {
        options ??= new TrainingOptions();
        options.Check();
        _options = options.Copy();
        _logger = logger ?? NullLogger<Trainer>.Instance;
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Trains a classifier.</summary>
    /// <param name="texts">Texts with two labels or more in all; where texts have several labels or none, texts of different
    /// labels.</param>
    /// <param name="progress">Is told how far training is, about ten times a second; null for none.</param>
    /// <param name="cancellationToken">
    /// Cancels training. Once an epoch has finished, the result is the best classifier so far, and its
    /// <see cref="TrainingResult.StopReason"/> is <see cref="StopReason.Cancelled"/>; before that, cancelling throws.
    /// </param>
    /// <returns>The classifier and how its training went.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are no texts, one is null, they have too few labels or no words, one has not one label where <see cref="LabelsPerText.One"/>
    /// is asked for, or there is a class weight for a label that none has.
    /// </exception>
    /// <exception cref="TrainingDivergedException">Training diverged: the learning rate is too large.</exception>
    /// <exception cref="InvalidDataException">The checkpoint is damaged, cut off, or of a training with other options or texts.</exception>
    /// <exception cref="IOException">The checkpoint can't be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled before an epoch had finished.</exception>
    public TrainingResult Train(
        IEnumerable<LabeledText> texts, IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Train(LabeledTextList.Of(texts, nameof(texts)), null, progress, cancellationToken);

    /// <summary>
    /// Trains a classifier further, on other texts than those it has learned from: words and labels that it hasn't met come in. The
    /// classifier itself stays as it is.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Training goes on from the classifier's weights as one network; one that was averaged has the filters of all. Tokenizer, form of the
    /// network, and whether a text may have several labels, are the classifier's own, whatever the options say: of
    /// <see cref="TrainingOptions.Network"/> only what new weights begin with applies (<see cref="ConvNetOptions.InitialDeviation"/> and
    /// <see cref="EmbeddingOptions.Vectors"/>), of <see cref="TrainingOptions.Vocabulary"/> which of these texts' words come in; not
    /// <see cref="TrainingOptions.Networks"/>, <see cref="TrainingOptions.Tokenizer"/> and <see cref="TrainingOptions.LabelsPerText"/>.
    /// </para>
    /// <para>
    /// New words follow those that have filter rows, before words that are known by a given vector alone and the id of unknown words; a
    /// word of a vector alone gets rows in one-hot filters once it occurs. New words and labels begin at random, a word with a given
    /// vector with that, and biases with 0. Labels are kept in ordinal order. Two labels become three by turning the row v of the logistic
    /// output into the rows −v/2 and v/2 of a softmax, and its bias likewise: the two keep their probabilities among themselves. Labels
    /// that none of the texts has stay, but are forgotten little by little, like all that no text reminds of.
    /// </para>
    /// <para>
    /// A classifier keeps no sums of its optimizer: AdaGrad begins anew, with steps as large as at first. Its default rate of 0.05 suits
    /// one-hot filters and about as many new texts as old ones; where the new ones are few, or there is an embedding, 0.01 to 0.02 forgets
    /// less. With <see cref="TrainingOptions.EarlyStopping"/> the best on the held-out texts may be the classifier as it was:
    /// <see cref="TrainingResult.BestEpoch"/> is 0 then.
    /// </para>
    /// </remarks>
    /// <param name="classifier">The classifier. One that is compiled gives one that isn't.</param>
    /// <param name="texts">Texts, at least one; of a classifier of one label a text, with one each. They needn't have several labels in
    /// all.</param>
    /// <param name="progress">Is told how far training is, about ten times a second; null for none.</param>
    /// <param name="cancellationToken">
    /// Cancels training. Once an epoch has finished, the result is the best classifier so far, and its
    /// <see cref="TrainingResult.StopReason"/> is <see cref="StopReason.Cancelled"/>; before that, cancelling throws.
    /// </param>
    /// <returns>The grown classifier and how its training went.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="classifier"/> or <paramref name="texts"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are no texts, one is null, one has several labels or none where the classifier expects one, there is a class weight for a
    /// label that neither it nor a text has, or given vectors have another length than its own.
    /// </exception>
    /// <exception cref="TrainingDivergedException">Training diverged: the learning rate is too large.</exception>
    /// <exception cref="InvalidDataException">The checkpoint is damaged, cut off, or of a training with other options, texts or first
    /// weights.</exception>
    /// <exception cref="IOException">The checkpoint can't be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled before an epoch had finished.</exception>
    public TrainingResult Continue(
        TextClassifier classifier,
        IEnumerable<LabeledText> texts,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        IReadOnlyList<LabeledText> list = LabeledTextList.Of(texts, nameof(texts));
        LabelSet labels = TrainingLabels.Added(classifier.Model.Labels, list);
        TextSplit split = HoldOut(list, labels);
        return Run(ContinuedStart.Of(_options, labels, classifier.Model, split.Training), split, progress, cancellationToken);
    }

    /// <summary>Trains a classifier of given labels, which the texts needn't all have; null: of the texts' own.</summary>
    internal TrainingResult Train(
        IReadOnlyList<LabeledText> texts, LabelSet? given, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        LabelSet labels = given ?? TrainingLabels.Of(texts, _options.LabelsPerText);
        TextSplit split = HoldOut(texts, labels);
        return Run(FreshStart.Of(_options, labels, split.Training), split, progress, cancellationToken);
    }

    private TextSplit HoldOut(IReadOnlyList<LabeledText> texts, LabelSet labels)
    {
        if (_options.EarlyStopping is not { } early) return new TextSplit(texts, []);
        TextSplit split = StratifiedSplit.HoldOut(texts, early.HeldOutFraction, _options.Seed);
        if (split.HeldOut.Count > 0) return split;
        throw new ArgumentException(
            labels.SeveralPerText
                ? FormattableString.Invariant($"early stopping holds a part of {early.HeldOutFraction} out, which is none of the {texts.Count} texts")
                : $"early stopping holds texts out, but none of the {labels.Labels.Length} labels has two",
            nameof(texts));
    }

    private TrainingResult Run(TrainingStart start, TextSplit split, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        var training = new EncodedTexts(split.Training, start.Encoder, start.Labels, "training", ErrorWeights.Of(_options.ClassWeights, start.Labels));
        var heldOut = new EncodedTexts(split.HeldOut, start.Encoder, start.Labels, "held-out");
        TrainingLog.Begin(_logger, training.Count, training.WordCount, start.Vocabulary.Count, start.Options.Network.Features, heldOut.Count);
        if (start.Coverage is { } covered) TrainingLog.Coverage(_logger, covered.CoveredWordCount, covered.WordCount);
        string? doubt = LabelDoubt.Of(split.Training);
        if (doubt is not null) TrainingLog.LabelsInDoubt(_logger, doubt);
        if (training.WithoutWords is var without and > 0) TrainingLog.TextsWithoutWords(_logger, without);

        TrainingOptions options = start.Options.Resolve(training.Count) with { LabelsPerText = start.Labels.LabelsPerText };
        // threads that train networks beside each other aren't there for one of them
        TrainingOptions ofOne = options with { Threads = Math.Max(1, options.ThreadCount / options.Networks) };
        Network<float>? given = start.GivenNetwork?.To<float>();
        NetworkTrainer[] networks =
        [
            .. Enumerable.Range(0, options.Networks).Select(n =>
            {
                var random = new CounterRandom(options.Seed);
                CounterRandom own = n == 0 ? random : random.Stream(NetworkStreams + (ulong)n);
                return new NetworkTrainer(Learner.Create(start.Network(own, random), ofOne), training, ofOne, own.Stream(EpochStreams));
            }),
        ];
        CheckpointFile? checkpoint = options.Checkpoint is { } path
            ? new CheckpointFile(path, TrainingConfiguration.Describe(start, options, training, heldOut))
            : null;
        var run = new TrainingRun(networks, given, training, heldOut, options, checkpoint, _logger, _time);
        TrainingOutcome end = run.ToEnd(progress, cancellationToken);
        (Network<float> network, CompactionReport? compaction) = options.Compact
            ? new NetworkCompactor(training, options.ThreadCount).Compact(end.Network, CancellationToken.None)
            : (end.Network, null);
        TrainingLog.Compacted(_logger, compaction, options.Compact && end.Network.WordBanks > 0);
        return new TrainingResult(new TextClassifier(start.ToModel(network) with { Compaction = compaction }), end.Epochs, options)
        {
            StopReason = end.StopReason,
            BestEpoch = end.BestEpoch,
            TrainingTime = end.Elapsed,
            TrainedWordCount = end.WordsTrained,
            VectorCoverage = start.Coverage,
            LabelDoubt = doubt,
        };
    }
}
