using System.Xml.Linq;
using MaxPoolConvNet.Tool.Report.Data;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace MaxPoolConvNet.Tool.Report.Plots;

/// <summary>How often each label was recognized, missed and wrongly given.</summary>
internal static class LabelErrorsPlot
{
    /// <summary>The legend: what a colour means.</summary>
    public static IReadOnlyList<(string Name, OxyColor Color, Func<LabelErrors, int> Count)> Parts { get; } =
    [
        ("right", PlotColors.Blue, one => one.Right),
        ("missed", PlotColors.Orange, one => one.Missed),
        ("wrongly given", PlotColors.Vermilion, one => one.WronglyGiven),
    ];

    public static XElement Of(IReadOnlyList<LabelErrors> labels)
    {
        PlotModel plot = Canvas.Empty();
        plot.Axes.Add(Canvas.NameAxis(AxisPosition.Left, labels.Select(one => one.Label)));
        LinearAxis texts = Canvas.Axis(AxisPosition.Bottom, "texts");
        texts.Minimum = 0;
        texts.MinimumMajorStep = 1;
        plot.Axes.Add(texts);
        foreach ((_, OxyColor color, Func<LabelErrors, int> count) in Parts)
            plot.Series.Add(Bars(labels, color, count));
        return SvgPlot.Render(
            plot,
            (480, 80 + (26 * labels.Count)),
            "label-errors",
            "How often each label was recognized, missed and wrongly given; the figures are in the table below");
    }

    private static BarSeries Bars(IReadOnlyList<LabelErrors> labels, OxyColor color, Func<LabelErrors, int> count)
    {
        var bars = new BarSeries { IsStacked = true, FillColor = OxyColor.FromAColor(200, color), StrokeThickness = 0 };
        foreach (LabelErrors one in labels)
            bars.Items.Add(new BarItem(count(one)));
        return bars;
    }
}
