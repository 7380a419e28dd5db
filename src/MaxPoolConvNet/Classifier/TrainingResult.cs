using System.Collections.Immutable;
using System.Diagnostics;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>The result of a training. Immutable and thread-safe.</summary>
[DebuggerDisplay("{StopReason}, {Epochs.Length} epochs, best {BestEpoch}")]
public sealed class TrainingResult
{
    internal TrainingResult(TextClassifier classifier, ImmutableArray<EpochReport> epochs, TrainingOptions options)
    {
        Classifier = classifier;
        Epochs = epochs;
        Options = options;
    }

    /// <summary>The trained classifier: that of the last epoch or, if texts were held out, of the best one.</summary>
    public TextClassifier Classifier { get; }

    /// <summary>Why training stopped.</summary>
    public StopReason StopReason { get; internal init; }

    /// <summary>The reports of the completed epochs.</summary>
    public ImmutableArray<EpochReport> Epochs { get; }

    /// <summary>
    /// The epoch that the classifier comes from, starting at 1. It is 0 if training was cancelled during the first epoch, or if no epoch
    /// improved on the classifier whose training was continued.
    /// </summary>
    /// <remarks>
    /// If training was cancelled during a later epoch and no texts were held out, the classifier has also trained on a part of that epoch.
    /// </remarks>
    public int BestEpoch { get; internal init; }

    /// <summary>The duration of the epochs, including the first weights, without reading and encoding the texts.</summary>
    public TimeSpan TrainingTime { get; internal init; }

    /// <summary>The number of known words processed in training, over all epochs and the networks of the classifier.</summary>
    public long TrainedWordCount { get; internal init; }

    /// <summary>
    /// The options used in training: the given ones, with the number of epochs and the batch size chosen by the number of texts if they
    /// were not set, and with the number of labels per text.
    /// </summary>
    /// <remarks>For continued training, the network and the tokenizer are those of the classifier.</remarks>
    public TrainingOptions Options { get; }

    /// <summary>
    /// How many words of the training texts' vocabulary have one of the given vectors; <see langword="null"/> where none were given.
    /// </summary>
    public WordVectorCoverage? VectorCoverage { get; internal init; }

    /// <summary>
    /// Why the labels of the texts may not be labels, also logged as a warning; <see langword="null"/> if they look right.
    /// <see cref="LabeledTexts.Doubt"/> does the same for a file.
    /// </summary>
    public string? LabelDoubt { get; internal init; }

    /// <summary>
    /// Why the classifier isn't calibrated although <see cref="TrainingOptions.Calibration"/> asks for it; <see langword="null"/> if it is
    /// calibrated or wasn't to be.
    /// </summary>
    /// <remarks>Such as "there are 10 texts to train on; at least 20 are needed". It is also logged.</remarks>
    public string? UncalibratedReason { get; internal init; }

    /// <summary>What this rank exchanged with the others in the whole training; <see langword="null"/> for a single process.</summary>
    /// <remarks>Includes the weights and the classifier, which are exchanged after the last epoch.</remarks>
    public ExchangeReport? Exchange { get; internal init; }

    /// <summary>The estimate, made before the first epoch, of the bytes that training takes at its peak beside the texts.</summary>
    /// <remarks>With <see cref="TrainingOptions.Ranks"/>, what this rank takes.</remarks>
    public long EstimatedMemoryBytes { get; internal init; }

    /// <summary>The number of words processed per second of training.</summary>
    public double WordsPerSecond => TrainedWordCount / Math.Max(TrainingTime.TotalSeconds, 1e-9);

    /// <summary>Returns the classifier of a training that came to its end.</summary>
    /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
    internal TextClassifier ClassifierUnlessCancelled(CancellationToken cancellationToken) =>
        StopReason == StopReason.Cancelled ? throw new OperationCanceledException(cancellationToken) : Classifier;
}
