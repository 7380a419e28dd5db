using System.Collections.Immutable;

namespace MaxPoolConvNet;

/// <summary>Collects what a report is made of, text by text.</summary>
/// <param name="labels">The labels of class 0, class 1, ….</param>
internal sealed class EvaluationTally(ImmutableArray<string> labels)
{
    private readonly int[,] _confusion = new int[labels.Length, labels.Length];
    private readonly CalibrationTally _calibration = new();
    private readonly RankTally? _ranks = labels.Length == 2 ? new RankTally() : null;
    private double _loss;
    private int _texts;

    /// <summary>Counts a text.</summary>
    /// <param name="output">What made the logits.</param>
    /// <param name="logits">The text's logits.</param>
    /// <param name="label">Its label.</param>
    public void Add(OutputWeights<float> output, ReadOnlySpan<float> logits, int label)
    {
        int predicted = output.MostProbable(logits);
        _confusion[label, predicted]++;
        _loss -= output.LogLikelihood(logits, label);
        _calibration.Add(output.ClassProbability(logits, predicted), predicted == label);
        _ranks?.Add(output.LogOdds(logits), label == 1);
        _texts++;
    }

    /// <summary>The report on the texts so far, at least one.</summary>
    public EvaluationReport ToReport() => new(
        new ConfusionMatrix(labels, (int[,])_confusion.Clone()), _loss / _texts, _calibration.Error, _ranks?.AreaUnderRocCurve());
}
