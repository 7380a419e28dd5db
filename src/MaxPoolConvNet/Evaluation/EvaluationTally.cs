using System.Collections.Immutable;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Collects the figures of a report, text by text.</summary>
/// <param name="labels">The labels of class 0, class 1, ….</param>
/// <param name="unseen">The labels of texts that aren't among them.</param>
/// <param name="output">Converts logits to probabilities.</param>
/// <param name="promises">The error rates that the classifier promises; null if it promises none.</param>
internal sealed class EvaluationTally(
    ImmutableArray<string> labels, ImmutableArray<string> unseen, IOutputFunction<float> output, ErrorPromises? promises = null)
{
    private readonly Dictionary<(int Actual, int Predicted), int> _confusion = [];
    private readonly ClassCounts[] _counts = new ClassCounts[labels.Length + unseen.Length];
    private readonly CalibrationTally _calibration = new();
    private readonly RiskCoverageTally _acceptance = new(promises);
    private readonly RankTally? _ranks = !output.HasSeveralLabels && labels.Length == 2 ? new RankTally() : null;
    private double _loss;
    private int _texts;
    private int _knownTexts;
    private int _unseenTexts;
    private int _correct;

    /// <summary>Counts a text.</summary>
    /// <param name="logits">The text's logits.</param>
    /// <param name="truth">Its label, or its labels.</param>
    public void Add(ReadOnlySpan<float> logits, TrueLabels truth)
    {
        _texts++;
        if (!truth.Unseen.IsEmpty) _unseenTexts++;
        if (truth.Known is { } known)
        {
            _knownTexts++;
            _loss -= output.LogLikelihood(logits, known);
            if (truth.Unseen.IsEmpty && output.IsHit(logits, known)) _correct++;
        }

        if (output.HasSeveralLabels) AddDecisions(logits, truth);
        else AddClass(logits, truth);
    }

    /// <summary>Returns the report on the texts so far, of which there must be at least one.</summary>
    public EvaluationReport ToReport()
    {
        ImmutableArray<string> all = [.. labels, .. unseen];
        ConfusionMatrix? confusion = output.HasSeveralLabels ? null : new ConfusionMatrix(all, new Dictionary<(int, int), int>(_confusion));
        (ImmutableArray<RiskCoveragePoint> curve, double? area) = _acceptance.ToCurve();
        return new EvaluationReport(confusion?.Counts() ?? new LabelCounts(all, [.. _counts], _texts, _correct))
        {
            Confusion = confusion,
            UnseenLabels = unseen,
            UnseenTextCount = _unseenTexts,
            Loss = _knownTexts > 0 ? _loss / _knownTexts : double.NaN,
            ExpectedCalibrationError = _calibration.Error,
            Calibration = _calibration.ToBins(),
            RiskCoverage = curve,
            AreaUnderRiskCoverageCurve = area,
            Promises = _acceptance.ToPromises(),
            AreaUnderRocCurve = _ranks?.AreaUnderRocCurve(),
        };
    }

    private void AddClass(ReadOnlySpan<float> logits, TrueLabels truth)
    {
        int label = truth.Known?.Class ?? truth.Unseen[0];
        int predicted = output.MostProbable(logits);
        _confusion[(label, predicted)] = _confusion.GetValueOrDefault((label, predicted)) + 1;
        double probability = output.ClassProbability(logits, predicted);
        _calibration.Add(probability, predicted == label);
        _acceptance.Add(predicted, probability, predicted == label);
        if (truth.Known is not null) _ranks?.Add(output.Score(logits, 1) - output.Score(logits, 0), label == 1);
    }

    private void AddDecisions(ReadOnlySpan<float> logits, TrueLabels truth)
    {
        for (int label = 0; label < logits.Length; label++)
        {
            double probability = output.ClassProbability(logits, label);
            bool predicted = probability >= OutputFunctions.UsualThreshold;
            bool actual = truth.Known!.Value.Contains(label);
            _counts[label] += new ClassCounts(predicted && actual ? 1 : 0, predicted ? 1 : 0, actual ? 1 : 0);
            _calibration.Add(predicted ? probability : 1 - probability, predicted == actual);
            if (predicted) _acceptance.Add(label, probability, actual);
        }

        foreach (int label in truth.Unseen)
            _counts[label] += new ClassCounts(0, 0, 1);
    }
}
