using System.Globalization;
using System.Xml.Linq;
using MaxPoolConvNet.Evaluation;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace MaxPoolConvNet.Tool.Report.Plots;

/// <summary>Plots accuracy against the number of training texts, with intervals, the fitted curve and its forecast.</summary>
internal static class SizeCurvePlot
{
    private const int Steps = 40;

    public static XElement Of(LearningCurveReport report, LearningCurvePoint[] forecasts)
    {
        PlotModel plot = Canvas.Empty();
        int least = report.Points[0].TextCount;
        int most = forecasts.Length > 0 ? forecasts[^1].TextCount : report.Points[^1].TextCount;
        plot.Axes.Add(new LogarithmicAxis
        {
            Position = AxisPosition.Bottom,
            Title = "training texts",
            Base = 2,
            Minimum = 0.9 * least,
            Maximum = 1.1 * most,
            AxisTitleDistance = 8,
            TickStyle = TickStyle.None,
            AxislineColor = PlotColors.Ink,
            LabelFormatter = number => number.ToString("#,0", CultureInfo.InvariantCulture),
        });
        LinearAxis height = Canvas.Axis(AxisPosition.Left, "accuracy");
        LearningCurvePoint[] all = [.. report.Points, .. forecasts];
        double margin = 0.05 * Math.Max(0.01, all.Max(point => point.Upper) - all.Min(point => point.Lower));
        height.Minimum = all.Min(point => point.Lower) - margin;
        height.Maximum = all.Max(point => point.Upper) + margin;
        plot.Axes.Add(height);
        if (forecasts.Length > 0)
        {
            plot.Series.Add(Fitted(report, least, report.Points[^1].TextCount, LineStyle.Solid));
            plot.Series.Add(Fitted(report, report.Points[^1].TextCount, most, LineStyle.Dash));
        }

        plot.Series.Add(Intervals(report.Points, PlotColors.Blue, 4));
        plot.Series.Add(Intervals(forecasts, PlotColors.Ink, 3));
        return SvgPlot.Render(plot, (520, 320), "curve", "Accuracy by number of training texts; the values are in the table below");
    }

    private static LineSeries Fitted(LearningCurveReport report, double from, double to, LineStyle style)
    {
        var line = new LineSeries { Color = PlotColors.Blue, StrokeThickness = 1.5, LineStyle = style };
        for (int step = 0; step <= Steps; step++)
        {
            int texts = (int)Math.Round(from * Math.Pow(to / from, (double)step / Steps));
            line.Points.Add(new DataPoint(texts, report.Forecast(texts)!.Accuracy));
        }

        return line;
    }

    private static ScatterErrorSeries Intervals(IEnumerable<LearningCurvePoint> points, OxyColor color, double size)
    {
        var series = new ScatterErrorSeries
        {
            MarkerType = MarkerType.Circle, MarkerSize = size, MarkerFill = color, ErrorBarColor = color, ErrorBarStrokeThickness = 1.5,
        };
        foreach (LearningCurvePoint point in points)
        {
            // bars are as long on both sides
            double half = (point.Upper - point.Lower) / 2;
            series.Points.Add(new ScatterErrorPoint(point.TextCount, point.Accuracy, 0, 2 * half));
        }

        return series;
    }
}
