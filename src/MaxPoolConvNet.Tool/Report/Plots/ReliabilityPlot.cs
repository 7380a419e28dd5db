using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using MaxPoolConvNet.Evaluation;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace MaxPoolConvNet.Tool.Report.Plots;

/// <summary>Plots the accuracy and the number of predictions by their probability.</summary>
internal static class ReliabilityPlot
{
    private static readonly (double, double) _size = (480, 320);

    public static XElement OfAccuracy(ImmutableArray<CalibrationBin> bins)
    {
        PlotModel plot = Canvas.Empty();
        plot.Axes.Add(Canvas.UnitAxis(AxisPosition.Bottom, "probability of the prediction"));
        plot.Axes.Add(Canvas.UnitAxis(AxisPosition.Left, "fraction correct"));
        var bars = new RectangleBarSeries { FillColor = OxyColor.FromAColor(90, PlotColors.Blue), StrokeThickness = 0 };
        var points = new LineSeries
        {
            Color = PlotColors.Blue,
            StrokeThickness = 2,
            MarkerType = MarkerType.Circle,
            MarkerSize = 4,
            MarkerFill = PlotColors.Blue,
        };
        foreach (CalibrationBin bin in bins)
        {
            if (bin is not { MeanProbability: { } probability, Accuracy: { } accuracy }) continue;
            bars.Items.Add(new RectangleBarItem(bin.Lower, 0, bin.Upper, accuracy));
            points.Points.Add(new DataPoint(probability, accuracy));
        }

        plot.Series.Add(bars);
        plot.Annotations.Add(
            new LineAnnotation { Slope = 1, Intercept = 0, Color = PlotColors.Ink, LineStyle = LineStyle.Dash, StrokeThickness = 1 });
        plot.Series.Add(points);
        return SvgPlot.Render(
            plot,
            _size,
            "reliability",
            "Reliability diagram: fraction of correct predictions by their probability; the values are in the table below");
    }

    public static XElement OfTexts(ImmutableArray<CalibrationBin> bins, string counted)
    {
        PlotModel plot = Canvas.Empty();
        plot.Axes.Add(Canvas.UnitAxis(AxisPosition.Bottom, "probability of the prediction"));
        LinearAxis height = Canvas.Axis(AxisPosition.Left, counted);
        height.MinimumMajorStep = 1;
        (height.Minimum, height.Maximum) = (0, 1.12 * bins.Max(bin => bin.TextCount));
        height.StringFormat = "#,0";
        plot.Axes.Add(height);
        var bars = new RectangleBarSeries { FillColor = OxyColor.FromAColor(170, PlotColors.Blue), StrokeThickness = 0 };
        foreach (CalibrationBin bin in bins.Where(bin => bin.TextCount > 0))
        {
            bars.Items.Add(new RectangleBarItem(bin.Lower + 0.004, 0, bin.Upper - 0.004, bin.TextCount));
            plot.Annotations.Add(new TextAnnotation
            {
                Text = bin.TextCount.ToString("#,0", CultureInfo.InvariantCulture),
                TextPosition = new DataPoint((bin.Lower + bin.Upper) / 2, bin.TextCount),
                Offset = new ScreenVector(0, -5),
                TextHorizontalAlignment = HorizontalAlignment.Center,
                TextVerticalAlignment = VerticalAlignment.Bottom,
                Stroke = OxyColors.Undefined,
                FontSize = 10,
            });
        }

        plot.Series.Add(bars);
        return SvgPlot.Render(
            plot,
            _size,
            "reliability-texts",
            $"Number of {counted} by the probability of the prediction; the values are in the table below");
    }
}
