using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet;

/// <summary>The error rates that a classifier can promise, from calibrated out-of-fold scores.</summary>
internal static class OutOfFoldDecisions
{
    /// <param name="scores">The scores, not calibrated.</param>
    /// <param name="kind">The output of the classifier.</param>
    /// <param name="calibration">What was applied to its output; null if it isn't calibrated.</param>
    public static ErrorPromises Promises(FoldScores scores, OutputKind kind, OutputCalibration? calibration)
    {
        IOutputFunction<double> function = OutputFunctions.Of<double>(kind);
        if (!function.HasSeveralLabels)
            return AcceptanceTest.Of([.. Enumerable.Range(0, scores.Count).Select(text => Decision(scores, text, function, calibration))]);
        return AcceptanceTest.OfLabels(Enumerable.Range(0, scores.LogitCount).Select(label => OfLabel(scores, label, calibration)));
    }

    private static ScoredDecision Decision(
        FoldScores scores, int text, IOutputFunction<double> function, OutputCalibration? calibration)
    {
        double[] logits = new double[scores.LogitCount];
        scores.CopyTo(text, calibration, logits);
        int predicted = function.MostProbable(logits);
        return new ScoredDecision(function.ClassProbability(logits, predicted), predicted == scores.Target(text).Class);
    }

    private static IEnumerable<ScoredDecision> OfLabel(FoldScores scores, int label, OutputCalibration? calibration) =>
        Enumerable.Range(0, scores.Count).Select(text => new ScoredDecision(
            LogisticFunction.Probability(calibration?.Of(label, scores.Logits(text)[label]) ?? scores.Logits(text)[label]),
            scores.Target(text).Contains(label)));
}
