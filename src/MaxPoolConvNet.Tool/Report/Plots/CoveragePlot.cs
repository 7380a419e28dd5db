using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using MaxPoolConvNet.Evaluation;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace MaxPoolConvNet.Tool.Report.Plots;

/// <summary>Plots the error rate of the accepted predictions by their fraction, and marks the promised error rates.</summary>
internal static class CoveragePlot
{
    public static XElement Of(ImmutableArray<RiskCoveragePoint> curve, ImmutableArray<PromiseReport> promises)
    {
        PlotModel plot = Canvas.Empty();
        plot.Axes.Add(Canvas.UnitAxis(AxisPosition.Bottom, "coverage"));
        LinearAxis height = Canvas.Axis(AxisPosition.Left, "error rate");
        (height.Minimum, height.Maximum) = (0, 1.15 * Math.Max(0.01, curve.Max(point => point.ErrorRate)));
        plot.Axes.Add(height);
        var line = new LineSeries { Color = PlotColors.Blue, StrokeThickness = 2 };
        foreach (RiskCoveragePoint point in curve)
            line.Points.Add(new DataPoint(point.Coverage, point.ErrorRate));
        plot.Series.Add(line);
        foreach (PromiseReport promise in promises)
        {
            if (promise.ErrorRate is { } rate) plot.Annotations.Add(Mark(promise, rate));
        }

        return SvgPlot.Render(
            plot, (520, 320), "coverage", "Error rate of the accepted predictions by their fraction; the values are in the table below");
    }

    private static PointAnnotation Mark(PromiseReport promise, double errorRate) => new()
    {
        X = promise.Coverage,
        Y = errorRate,
        Shape = MarkerType.Diamond,
        Size = 5,
        Fill = PlotColors.Blue,
        Text = (100 * promise.MaximumErrorRate).ToString("0.#", CultureInfo.InvariantCulture) + " %",
        TextColor = PlotColors.Ink,
        TextVerticalAlignment = VerticalAlignment.Bottom,
        FontSize = 11,
    };
}
