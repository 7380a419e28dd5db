using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Storage;
using MaxPoolConvNet.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace MaxPoolConvNet.Training;

/// <summary>Trains classifiers on labeled texts. Immutable and thread-safe: each call trains a separate classifier.</summary>
public sealed class Trainer
{
    private readonly TrainingOptions _options;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;

    /// <summary>Creates a trainer with these options.</summary>
    /// <param name="options">How to train; <see langword="null"/> for the defaults.</param>
    /// <param name="logger">Receives one message per epoch; <see langword="null"/> for none.</param>
    /// <param name="timeProvider">The clock for measuring speed; <see langword="null"/> for the system clock.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="ArgumentNullException">An option that must not be <see langword="null"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">Two options contradict each other.</exception>
    public Trainer(TrainingOptions? options = null, ILogger<Trainer>? logger = null, TimeProvider? timeProvider = null)
    {
        options ??= new TrainingOptions();
        options.Check();
        _options = options.Copy();
        _logger = logger ?? NullLogger<Trainer>.Instance;
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Trains a classifier.</summary>
    /// <remarks>
    /// Without progress, a logger and a token that can be cancelled, each network trains to its end before the next one begins, as many at
    /// a time as there are threads. This takes less memory, and the result is the same.
    /// </remarks>
    /// <param name="texts">Texts with at least two labels in all. For multi-label texts, not all may have the same set of labels.</param>
    /// <param name="progress">Receives the progress of training, about ten times per second; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">
    /// Cancels training. Once an epoch has finished, the result is the best classifier so far, and its
    /// <see cref="TrainingResult.StopReason"/> is <see cref="StopReason.Cancelled"/>; before that, cancelling throws.
    /// </param>
    /// <returns>The classifier and how its training went.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// There are no texts, a text is null, the texts have too few labels or no words, a text doesn't have exactly one label although
    /// <see cref="LabelsPerText.One"/> is set, or a class weight names a label that no text has.
    /// </exception>
    /// <exception cref="TrainingDivergedException">Training diverged: the learning rate is too large.</exception>
    /// <exception cref="InsufficientMemoryException">Training needs more memory than the process may use.</exception>
    /// <exception cref="InvalidDataException">The checkpoint is damaged, truncated, or belongs to a training with other options or
    /// texts.</exception>
    /// <exception cref="IOException">The checkpoint can't be written.</exception>
    /// <exception cref="OperationCanceledException">Training was cancelled before the first epoch finished.</exception>
    public TrainingResult Train(
        IEnumerable<LabeledText> texts, IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Train(
            LabeledTextList.Of(texts, nameof(texts)),
            given: null,
            // then nobody asks for all networks after an epoch
            oneByOne: progress is null && !cancellationToken.CanBeCanceled && !_logger.IsEnabled(LogLevel.Information),
            progress,
            cancellationToken);

    /// <summary>Continues the training of a classifier on new texts. New words and labels are added.</summary>
    /// <remarks>
    /// <para>The given classifier is unchanged.</para>
    /// <para>
    /// Training starts from the classifier's weights, as one network; an averaged classifier has the filters of all its networks. The
    /// tokenizer, the network architecture and the number of labels per text are those of the classifier, whatever the options say. Of
    /// <see cref="TrainingOptions.Network"/>, only the initial values of new weights apply (<see cref="ConvNetOptions.InitialDeviation"/>
    /// and <see cref="EmbeddingOptions.Vectors"/>). <see cref="TrainingOptions.Vocabulary"/> decides which words of the new texts are
    /// added. <see cref="TrainingOptions.Networks"/>, <see cref="TrainingOptions.Tokenizer"/> and
    /// <see cref="TrainingOptions.LabelsPerText"/> are ignored. A compact classifier continues from its rounded weights, which is logged;
    /// to continue from full weights, keep them with <see cref="TrainingOptions.Compact"/>.
    /// </para>
    /// <para>
    /// New words get ids after the words that have filter rows, before the sub-words, the words known only by a given vector and the id of
    /// unknown words. A word known only by its vector gets rows in one-hot filters once it occurs. The weights of new words and labels are
    /// initialized at random, a word with a given vector with that vector, and biases with 0. Labels stay in ordinal order. When a third
    /// label is added to two, the row v of the logistic output becomes the rows −v/2 and v/2 of a softmax, and its bias likewise, so that
    /// the ratio of the two labels' probabilities doesn't change. Labels without new texts stay, but are gradually forgotten, like
    /// everything that doesn't occur in the new texts.
    /// </para>
    /// <para>
    /// Training starts from the weights before calibration, and calibrates the result on the new texts. If the classifier was trained on
    /// them before, its predictions for them are too good, and the probabilities become too sure.
    /// </para>
    /// <para>
    /// Texts that resemble either the old texts or the new ones are familiar (<see cref="Prediction.Familiarity"/>), unless the classifier
    /// has no statistics of the old ones: then the new one has none.
    /// </para>
    /// <para>
    /// A classifier doesn't keep the state of its optimizer: AdaGrad starts anew, with steps as large as in a first training. Its default
    /// learning rate of 0.05 suits one-hot filters with about as many new texts as old ones. With few new texts, or with an embedding, a
    /// rate of 0.01 to 0.02 forgets less. With <see cref="TrainingOptions.EarlyStopping"/>, the given classifier may be the best on the
    /// held-out texts; <see cref="TrainingResult.BestEpoch"/> is then 0.
    /// </para>
    /// </remarks>
    /// <param name="classifier">The classifier. If it is compiled, the result still isn't.</param>
    /// <param name="texts">At least one text. For a single-label classifier, each text must have exactly one label. All texts may have the
    /// same label.</param>
    /// <param name="progress">Receives the progress of training, about ten times per second; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">
    /// Cancels training. Once an epoch has finished, the result is the best classifier so far, and its
    /// <see cref="TrainingResult.StopReason"/> is <see cref="StopReason.Cancelled"/>; before that, cancelling throws.
    /// </param>
    /// <returns>The new classifier and how its training went.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="classifier"/> or <paramref name="texts"/> is
    /// <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// There are no texts, a text is null, a text doesn't have exactly one label although the classifier is single-label, a class weight
    /// names a label that neither the classifier nor a text has, or the given vectors differ in length from the classifier's.
    /// </exception>
    /// <exception cref="TrainingDivergedException">Training diverged: the learning rate is too large.</exception>
    /// <exception cref="InsufficientMemoryException">Training needs more memory than the process may use.</exception>
    /// <exception cref="InvalidDataException">The checkpoint is damaged, truncated, or belongs to a training with other options, texts or
    /// initial weights.</exception>
    /// <exception cref="IOException">The checkpoint can't be written.</exception>
    /// <exception cref="OperationCanceledException">Training was cancelled before the first epoch finished.</exception>
    public TrainingResult Continue(
        TextClassifier classifier,
        IEnumerable<LabeledText> texts,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        IReadOnlyList<LabeledText> list = LabeledTextList.Of(texts, nameof(texts));
        if (classifier.Model.IsCompact) TrainingLog.FromCompact(_logger);
        LabelSet labels = TrainingLabels.Added(classifier.Model.Labels, list);
        TextSplit split = HoldOut(list, labels);
        return Run(part => ContinuedStart.Of(_options, labels, classifier.Model, part), split, false, progress, cancellationToken);
    }

    /// <summary>Trains a classifier with given labels, some of which may occur in no text.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="given">The labels; null for those of the texts.</param>
    /// <param name="oneByOne">Whether networks may train one after the other, to take less memory: cancelling then always throws.</param>
    /// <param name="progress">Receives the progress; null for none.</param>
    /// <param name="cancellationToken">Cancels training.</param>
    internal TrainingResult Train(
        IReadOnlyList<LabeledText> texts,
        LabelSet? given,
        bool oneByOne,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancellationToken)
    {
        LabelSet labels = given ?? TrainingLabels.Of(texts, _options.LabelsPerText);
        TextSplit split = HoldOut(texts, labels);

        // networks that train on a part of the texts have the same filters
        TrainingOptions own = _options with { Network = TrainingDefaults.Network(_options.Network, split.Training.Count) };
        return Run(part => FreshStart.Of(own, labels, part), split, oneByOne, progress, cancellationToken);
    }

    private TextSplit HoldOut(IReadOnlyList<LabeledText> texts, LabelSet labels)
    {
        if (_options.EarlyStopping is not { } early) return new TextSplit(texts, []);
        TextSplit split = StratifiedSplit.HoldOut(texts, early.HeldOutFraction, _options.Seed);
        if (split.HeldOut.Count > 0) return split;
        throw new ArgumentException(
            labels.SeveralPerText
                ? FormattableString.Invariant(
                    $"early stopping holds out a fraction of {early.HeldOutFraction}, which is none of the {texts.Count} texts")
                : $"early stopping holds texts out, but none of the {labels.Labels.Length} labels has two",
            nameof(texts));
    }

    private TrainingResult Run(
        Func<IReadOnlyList<LabeledText>, TrainingStart> startOf,
        TextSplit split,
        bool oneByOne,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancellationToken)
    {
        var prepared = new PreparedTraining(startOf, split, _options, oneByOne);
        string? doubt = LabelDoubt.Of(split.Training);
        Log(prepared, doubt);
        prepared.Memory.Check();
        try
        {
            return Run(prepared, doubt, progress, cancellationToken);
        }
        catch (OutOfMemoryException problem)
        {
            throw prepared.Memory.Exhausted(problem);
        }
    }

    private void Log(PreparedTraining prepared, string? doubt)
    {
        (TrainingStart start, EncodedTexts training) = (prepared.Start, prepared.Training);
        TrainingLog.Begin(
            _logger, training.Count, training.WordCount, start.Vocabulary.Count, start.Options.Network.Features, prepared.HeldOut.Count);
        if (_options.Vocabulary.MinimumCount is null && start.Options.Vocabulary.MinimumCount is > 1 and var least)
            TrainingLog.RareWords(_logger, least);
        if (start.Coverage is { } covered) TrainingLog.Coverage(_logger, covered.CoveredWordCount, covered.WordCount);
        if (doubt is not null) TrainingLog.LabelsInDoubt(_logger, doubt);
        if (training.WithoutWords is var without and > 0) TrainingLog.TextsWithoutWords(_logger, without);
        TrainingLog.Memory(_logger, prepared.Memory.Bytes / 1e6);
    }

    private TrainingResult Run(
        PreparedTraining prepared, string? doubt, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        (TrainingStart start, TrainingOptions options) = (prepared.Start, prepared.Options);
        var training = new NetworkTraining(prepared, _logger, _time);
        prepared.Memory.ReturnUnused(); // networks take theirs when they first train
        TrainingOutcome end = training.ToEnd(progress, cancellationToken);
        prepared.Training.Release();
        prepared.Memory.ReturnUnused();
        ILogger logger = training.Logger;
        if (prepared.Folds.WhyNone is { } reason) TrainingLog.NotCalibrated(logger, reason);
        TextClassifier? classifier = null;
        if (end.Network is not null)
        {
            var finisher = new ModelFinisher(start, options, prepared.Split.Training, prepared.Training.Weights, logger);
            TrainedModel model = finisher.Finish(end.Network, end.FoldScores);
            training.Release(model.Network);
            classifier = new TextClassifier(model);
        }

        using MemoryStream? file = training.Ranks.Broadcast(stream => classifier!.Save(stream));
        classifier ??= TextClassifier.Load(file!, new LoadOptions { Tokenizer = StoredTokenizer.ToPass(options.Tokenizer) });
        return new TrainingResult(classifier, end.Epochs, options)
        {
            StopReason = end.StopReason,
            BestEpoch = end.BestEpoch,
            TrainingTime = end.Elapsed,
            TrainedWordCount = end.WordsTrained,
            VectorCoverage = start.Coverage,
            LabelDoubt = doubt,
            UncalibratedReason = prepared.Folds.WhyNone,
            Exchange = training.Ranks.Meter?.SoFar,
            EstimatedMemoryBytes = prepared.Memory.Bytes,
        };
    }
}
