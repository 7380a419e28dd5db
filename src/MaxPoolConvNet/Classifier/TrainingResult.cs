using System.Collections.Immutable;
using System.Diagnostics;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>What a training came to. Immutable and thread-safe.</summary>
[DebuggerDisplay("{StopReason}, {Epochs.Length} epochs, best {BestEpoch}")]
public sealed class TrainingResult
{
    internal TrainingResult(TextClassifier classifier, ImmutableArray<EpochReport> epochs, TrainingOptions options)
    {
        Classifier = classifier;
        Epochs = epochs;
        Options = options;
    }

    /// <summary>The trained classifier: of the last epoch, or of the best one where texts were held out.</summary>
    public TextClassifier Classifier { get; }

    /// <summary>Why training came to its end.</summary>
    public StopReason StopReason { get; internal init; }

    /// <summary>The whole epochs made.</summary>
    public ImmutableArray<EpochReport> Epochs { get; }

    /// <summary>
    /// The epoch that the classifier is of, from 1 on; 0 where it was cancelled within the first, or where none was better than the
    /// classifier that was trained further. Where it was cancelled within a later one and nothing was held out, the classifier has a part
    /// of that epoch behind it too.
    /// </summary>
    public int BestEpoch { get; internal init; }

    /// <summary>The time that the epochs took, without reading and encoding the texts.</summary>
    public TimeSpan TrainingTime { get; internal init; }

    /// <summary>The number of known words that training went over, in all epochs and networks.</summary>
    public long TrainedWordCount { get; internal init; }

    /// <summary>
    /// The options that it was trained with: those given, with the epochs and the batch size that were chosen for the number of texts
    /// where none were, and with the labels that a text may have; of a classifier that was trained further, with its own network and
    /// tokenizer.
    /// </summary>
    public TrainingOptions Options { get; }

    /// <summary>
    /// How many words of the training texts' vocabulary have one of the given vectors; <see langword="null"/> where none were given.
    /// </summary>
    public WordVectorCoverage? VectorCoverage { get; internal init; }

    /// <summary>
    /// Why the texts' labels don't look like labels, as <see cref="LabeledTexts.Doubt"/> says of a file's, which is logged as a warning
    /// too; <see langword="null"/> where nothing speaks against them.
    /// </summary>
    public string? LabelDoubt { get; internal init; }

    /// <summary>Words trained on per second of training.</summary>
    public double WordsPerSecond => TrainedWordCount / Math.Max(TrainingTime.TotalSeconds, 1e-9);
}
