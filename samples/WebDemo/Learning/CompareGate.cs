using System.Globalization;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>Decides whether a new model may replace the old one.</summary>
internal static class CompareGate
{
    /// <summary>Why a new model may not replace the old one; null if it may.</summary>
    /// <param name="report">The old model compared with the new one.</param>
    /// <param name="texts">The texts with their corrected labels. A label that none of them has any more may go.</param>
    public static string? Objection(ComparisonReport report, TextSplit texts)
    {
        string? lost = report.LabelsOnlyInFirst.FirstOrDefault(
            label => texts.Training.Concat(texts.HeldOut).Any(text => text.Label == label));
        if (lost is not null) return $"The new model doesn't know the label {lost}.";
        if (!report.IsSignificantlyWorse) return null;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The new model is significantly worse on the held-out texts: accuracy {report.Accuracy.First:P1} → "
            + $"{report.Accuracy.Second:P1}.");
    }
}
