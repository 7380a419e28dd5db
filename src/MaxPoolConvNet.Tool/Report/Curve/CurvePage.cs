using System.Globalization;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Report.Html;
using MaxPoolConvNet.Tool.Report.Plots;
using static MaxPoolConvNet.Tool.Report.Html.PageMarkup;

namespace MaxPoolConvNet.Tool.Report.Curve;

/// <summary>Writes a learning curve as one HTML file.</summary>
internal static class CurvePage
{
    private const string Title = "Accuracy by number of texts";

    /// <summary>Writes the page to a file; an existing file is overwritten.</summary>
    /// <param name="path">The file.</param>
    /// <param name="dataFile">The name of the file of the texts.</param>
    /// <param name="report">The curve.</param>
    /// <exception cref="IOException">The file can't be written.</exception>
    public static void Save(string path, string dataFile, LearningCurveReport report)
    {
        LearningCurvePoint[] forecasts = report.Forecasts();
        string summary = forecasts is [var all, var twice]
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Twice as many texts would bring about {100 * (twice.Accuracy - all.Accuracy):0.0} points of accuracy.")
            : "There are too few texts for a forecast.";
        var section = new Section(
            "curve",
            Title,
            SizeCurvePlot.Of(report, forecasts),
            Quiet("Each point is the mean of the folds, with its 95 % interval. The line is a + b·n^(−c), fitted to the error rates of n "
                + "texts; dashed is what it forecasts. The interval of a forecast doesn't include that the further course may have another "
                + "form."),
            PageTable.Of(
                Title,
                ["#Training texts", "#Accuracy", "#From", "#To", "Kind"],
                report.Points.Select(Measured).Concat(forecasts.Select(Forecast))));
        OutputFile.Write(path, stream => SectionedPage.Write($"Learning curve of {dataFile}", summary, figures: null, [section], stream));
    }

    private static object[] Measured(LearningCurvePoint point) => Row(point, "measured");

    private static object[] Forecast(LearningCurvePoint point) => Row(point, "forecast");

    private static object[] Row(LearningCurvePoint point, string kind) =>
        [Number(point.TextCount), Figure(point.Accuracy), Figure(point.Lower), Figure(point.Upper), kind];
}
