using System.Xml.Linq;
using MaxPoolConvNet.Tool.Report.Data;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace MaxPoolConvNet.Tool.Report.Plots;

/// <summary>The numbers of right, missed and wrong predictions of each label.</summary>
internal static class LabelErrorsPlot
{
    /// <summary>The parts of a bar, with their names in the legend.</summary>
    public static IReadOnlyList<(string Name, OxyColor Color, Func<LabelErrors, int> Count)> Parts { get; } =
    [
        ("right", PlotColors.Blue, one => one.Right),
        ("missed", PlotColors.Orange, one => one.Missed),
        ("wrongly predicted", PlotColors.Vermilion, one => one.WronglyGiven),
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
            "Right, missed and wrong predictions of each label; the values are in the table below");
    }

    private static BarSeries Bars(IReadOnlyList<LabelErrors> labels, OxyColor color, Func<LabelErrors, int> count)
    {
        var bars = new BarSeries { IsStacked = true, FillColor = OxyColor.FromAColor(200, color), StrokeThickness = 0 };
        foreach (LabelErrors one in labels)
            bars.Items.Add(new BarItem(count(one)));
        return bars;
    }
}
