using System.Collections.Immutable;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>What a training came to.</summary>
/// <param name="Classifier">The trained classifier: of the last epoch, or of the best one where a part was held out.</param>
/// <param name="StopReason">Why training came to its end.</param>
/// <param name="Epochs">The whole epochs made.</param>
/// <param name="BestEpoch">The epoch that the classifier is of, from 1 on; 0 where it was cancelled within the first, or where none was better than the classifier that was trained further. Where it was
/// cancelled within a later one and nothing was held out, the classifier has a part of that epoch behind it too.</param>
/// <param name="TrainingTime">Time that the epochs took, without reading and encoding the texts.</param>
/// <param name="WordsTrained">Known words that training went over, in all epochs and networks.</param>
public sealed record TrainingResult(
    TextClassifier Classifier,
    StopReason StopReason,
    ImmutableArray<EpochReport> Epochs,
    int BestEpoch,
    TimeSpan TrainingTime,
    long WordsTrained)
{
    /// <summary>
    /// The options that it was trained with: those given, with the epochs and the batch size that were chosen for the number of texts where none
    /// were, and with the labels that a text may have; of a classifier that was trained further, with its own network and tokenizer.
    /// </summary>
    public required TrainingOptions Options { get; init; }

    /// <summary>How many words of the training texts' vocabulary have one of the given vectors; null where none were given.</summary>
    public WordVectorCoverage? VectorCoverage { get; init; }

    /// <summary>Words trained on per second of training.</summary>
    public double WordsPerSecond => WordsTrained / Math.Max(TrainingTime.TotalSeconds, 1e-9);
}
