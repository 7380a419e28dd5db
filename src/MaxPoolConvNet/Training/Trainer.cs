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
        _options = options ?? new TrainingOptions();
        _options.Check();
        _logger = logger ?? NullLogger<Trainer>.Instance;
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Trains a classifier.</summary>
    /// <param name="texts">Texts with two labels or more in all; where texts have several labels or none, texts of different labels.</param>
    /// <param name="progress">Is told how far training is, about ten times a second; null for none.</param>
    /// <param name="cancellationToken">Ends training early: the result is then the best so far, and says so.</param>
    /// <returns>The classifier and how its training went.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are no texts, one is null, they have too few labels or no words, one has not one label where <see cref="LabelsPerText.One"/> is
    /// asked for, or there is a class weight for a label that none has.
    /// </exception>
    /// <exception cref="ArithmeticException">Training diverged: the learning rate is too large.</exception>
    /// <exception cref="InvalidDataException">The checkpoint is damaged, cut off, or of a training with other options or texts.</exception>
    /// <exception cref="IOException">The checkpoint can't be written.</exception>
    public TrainingResult Train(
        IEnumerable<LabeledText> texts, IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Train(LabeledTextList.Of(texts, nameof(texts)), null, progress, cancellationToken);

    /// <summary>Trains a classifier of given labels, which the texts needn't all have; null: of the texts' own.</summary>
    internal TrainingResult Train(
        IReadOnlyList<LabeledText> texts, LabelSet? given, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        LabelSet labels = given ?? TrainingLabels.Of(texts, _options.LabelsPerText);
        ErrorWeights? weights = ErrorWeights.Of(_options.ClassWeights, labels);
        TextSplit split = _options.EarlyStopping is { } early
            ? StratifiedSplit.HoldOut(texts, early.HeldOutFraction, _options.Seed)
            : new TextSplit(texts, []);
        if (_options.EarlyStopping is not null && split.HeldOut.Count == 0)
        {
            throw new ArgumentException(
                labels.SeveralPerText
                    ? FormattableString.Invariant($"early stopping holds a part of {_options.EarlyStopping.HeldOutFraction} out, which is none of the {texts.Count} texts")
                    : $"early stopping holds texts out, but none of the {labels.Labels.Length} labels has two",
                nameof(texts));
        }

        var vocabulary = Vocabulary.Build(split.Training.Select(text => text.Text), _options.Tokenizer, _options.Vocabulary);
        if (vocabulary.Count == 0)
            throw new ArgumentException($"the {texts.Count} texts have no word that occurs at least {(_options.Vocabulary.MinimumCount == 1 ? "once" : $"{_options.Vocabulary.MinimumCount} times")}", nameof(texts));

        var encoder = new TextEncoder(_options.Tokenizer, vocabulary);
        var training = new EncodedTexts(split.Training, encoder, labels, "training", weights);
        var heldOut = new EncodedTexts(split.HeldOut, encoder, labels, "held-out");
        WordVectors? vectors = _options.Network.Embedding?.Vectors;
        Vocabulary known = VectorWords.Append(vocabulary, vectors);
        if (_options.Network.Embedding is { } embedding) EmbeddingTable<float>.CheckSize(known.Count, embedding.StaticDimension + (_options.Networks * embedding.TrainedDimension));
        OutputKind? output = labels.SeveralPerText ? OutputKind.MultiLabel : null;
        TrainingLog.Begin(_logger, training.Count, training.WordCount, vocabulary.Count, _options.Network.Features, heldOut.Count);
        WordVectorCoverage? coverage = vectors?.Coverage(vocabulary);
        if (coverage is { } covered) TrainingLog.Coverage(_logger, covered.CoveredWords, covered.Words);
        if (training.WithoutWords is var without and > 0) TrainingLog.TextsWithoutWords(_logger, without);

        // threads that train networks beside each other aren't there for one of them
        TrainingOptions options = _options.For(training.Count);
        TrainingOptions ofOne = options with { Threads = Math.Max(1, options.Threads / options.Networks) };
        LearningNetwork[] networks =
        [
            .. Enumerable.Range(0, options.Networks).Select(n =>
            {
                var random = new CounterRandom(options.Seed);
                CounterRandom own = n == 0 ? random : random.Stream(NetworkStreams + (ulong)n);
                var network = RandomNetwork.Create<float>(
                    vocabulary.Count, labels.Labels.Length, output, options.Network, vocabulary, own, random);
                return new LearningNetwork(Learner.Create(network, ofOne), training, ofOne, own.Stream(EpochStreams));
            }),
        ];
        CheckpointFile? checkpoint = options.Checkpoint is { } path
            ? new CheckpointFile(path, TrainingConfiguration.Describe(options, vocabulary, labels, training, heldOut))
            : null;
        var run = new TrainingRun(networks, training, heldOut, options, checkpoint, _logger, _time);
        TextClassifier ToClassifier(Network<float> best) =>
            new(VectorWords.Append(best, known, vectors), new TextEncoder(options.Tokenizer, known), labels);

        return run.ToEnd(ToClassifier, progress, cancellationToken) with { VectorCoverage = coverage };
    }
}
