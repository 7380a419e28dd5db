using MaxPoolConvNet.Evaluation;

namespace MaxPoolConvNet.Tool.Report.Curve;

/// <summary>What a learning curve forecasts for all texts, and for twice as many.</summary>
internal static class CurveForecasts
{
    /// <returns>Both; none if there are too few points for a curve.</returns>
    public static LearningCurvePoint[] Forecasts(this LearningCurveReport report) =>
        [.. new[] { report.TextCount, 2 * report.TextCount }.Select(report.Forecast).OfType<LearningCurvePoint>()];
}
