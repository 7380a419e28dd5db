using System.Globalization;
using MaxPoolConvNet.Evaluation;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>Decides whether a new model may replace the old one.</summary>
internal static class CompareGate
{
    /// <summary>Why a new model may not replace the old one; null if it may.</summary>
    /// <param name="report">The old model compared with the new one.</param>
    public static string? Objection(ComparisonReport report)
    {
        if (!report.LabelsOnlyInFirst.IsEmpty) return $"The new model doesn't know the label {report.LabelsOnlyInFirst[0]}.";
        if (!report.IsSignificantlyWorse) return null;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The new model is significantly worse on the held-out texts: accuracy {report.Accuracy.First:P1} → "
            + $"{report.Accuracy.Second:P1}.");
    }
}
