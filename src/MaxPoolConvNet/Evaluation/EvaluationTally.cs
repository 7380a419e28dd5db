using System.Collections.Immutable;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Collects what a report is made of, text by text.</summary>
/// <param name="labels">The labels of class 0, class 1, ….</param>
/// <param name="output">What makes probabilities of the logits.</param>
internal sealed class EvaluationTally(ImmutableArray<string> labels, IOutputFunction<float> output)
{
    private readonly Dictionary<(int Actual, int Predicted), int> _confusion = [];
    private readonly ClassCounts[] _counts = new ClassCounts[labels.Length];
    private readonly CalibrationTally _calibration = new();
    private readonly RankTally? _ranks = !output.HasSeveralLabels && labels.Length == 2 ? new RankTally() : null;
    private double _loss;
    private int _texts;
    private int _correct;

    /// <summary>Counts a text.</summary>
    /// <param name="logits">The text's logits.</param>
    /// <param name="target">Its label, or its labels.</param>
    public void Add(ReadOnlySpan<float> logits, Target target)
    {
        _loss -= output.LogLikelihood(logits, target);
        _texts++;
        if (output.IsHit(logits, target)) _correct++;
        if (output.HasSeveralLabels) AddDecisions(logits, target);
        else AddClass(logits, target.Class);
    }

    /// <summary>The report on the texts so far, at least one.</summary>
    public EvaluationReport ToReport()
    {
        ConfusionMatrix? confusion = output.HasSeveralLabels ? null : new ConfusionMatrix(labels, new Dictionary<(int, int), int>(_confusion));
        return new EvaluationReport(confusion?.Counts() ?? new LabelCounts(labels, [.. _counts], _texts, _correct))
        {
            Confusion = confusion,
            Loss = _loss / _texts,
            ExpectedCalibrationError = _calibration.Error,
            Calibration = _calibration.ToBins(),
            AreaUnderRocCurve = _ranks?.AreaUnderRocCurve(),
        };
    }

    private void AddClass(ReadOnlySpan<float> logits, int label)
    {
        int predicted = output.MostProbable(logits);
        _confusion[(label, predicted)] = _confusion.GetValueOrDefault((label, predicted)) + 1;
        _calibration.Add(output.ClassProbability(logits, predicted), predicted == label);
        _ranks?.Add(output.Score(logits, 1) - output.Score(logits, 0), label == 1);
    }

    private void AddDecisions(ReadOnlySpan<float> logits, Target target)
    {
        for (int label = 0; label < logits.Length; label++)
        {
            double probability = output.ClassProbability(logits, label);
            bool predicted = probability >= OutputFunctions.UsualThreshold;
            bool actual = target.Contains(label);
            _counts[label] += new ClassCounts(predicted && actual ? 1 : 0, predicted ? 1 : 0, actual ? 1 : 0);
            _calibration.Add(predicted ? probability : 1 - probability, predicted == actual);
        }
    }
}
