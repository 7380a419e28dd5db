using System.Collections.Immutable;
using System.Xml.Linq;
using MaxPoolConvNet.Tool.Report.Data;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace MaxPoolConvNet.Tool.Report.Plots;

/// <summary>The precision–recall curves of the labels.</summary>
internal static class PrecisionRecallPlot
{
    public static XElement Of(ImmutableArray<PrecisionRecallCurve> curves)
    {
        PlotModel plot = Canvas.Empty();
        plot.Axes.Add(Canvas.UnitAxis(AxisPosition.Bottom, "recall"));
        plot.Axes.Add(Canvas.UnitAxis(AxisPosition.Left, "precision"));
        // the first curve, of the most frequent label, on top
        for (int number = curves.Length - 1; number >= 0; number--)
            plot.Series.Add(Line(curves[number], number));
        return SvgPlot.Render(
            plot, (520, 340), "precision-recall", "Precision by recall for each label; average precisions are in the legend");
    }

    private static LineSeries Line(PrecisionRecallCurve curve, int number)
    {
        (OxyColor color, bool dashed) = PlotColors.OfLine(number);
        var line = new LineSeries { Color = color, StrokeThickness = 2, LineStyle = dashed ? LineStyle.Dash : LineStyle.Solid };
        line.Points.Add(new DataPoint(0, curve.Points[0].Precision));
        foreach (PrecisionRecallPoint point in curve.Points)
            line.Points.Add(new DataPoint(point.Recall, point.Precision));
        return line;
    }
}
