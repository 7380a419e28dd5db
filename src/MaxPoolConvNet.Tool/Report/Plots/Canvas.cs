using System.Globalization;
using OxyPlot;
using OxyPlot.Axes;

namespace MaxPoolConvNet.Tool.Report.Plots;

/// <summary>Creates empty plots and axes in a common style.</summary>
internal static class Canvas
{
    public const double FontSize = 13;

    public static PlotModel Empty() => new()
    {
        Culture = CultureInfo.InvariantCulture,
        Background = OxyColors.Undefined,
        PlotAreaBorderColor = PlotColors.FaintInk,
        PlotAreaBorderThickness = new OxyThickness(1, 0, 0, 1),
        TextColor = PlotColors.Ink,
        DefaultFont = "Arial",
        DefaultFontSize = FontSize,
        // the reader's font may be wider than the one used to measure text
        Padding = new OxyThickness(6, 10, 14, 6),
    };

    public static LinearAxis Axis(AxisPosition position, string title) => new()
    {
        Position = position,
        Title = title,
        AxisTitleDistance = 8,
        TickStyle = TickStyle.None,
        MajorGridlineStyle = position == AxisPosition.Left ? LineStyle.Solid : LineStyle.None,
        MajorGridlineColor = PlotColors.FaintInk,
        AxislineColor = PlotColors.Ink,
        StringFormat = "0.####",
    };

    /// <summary>An axis from 0 to 1, with room for markers and lines at both ends.</summary>
    public static LinearAxis UnitAxis(AxisPosition position, string title)
    {
        LinearAxis axis = Axis(position, title);
        axis.Minimum = -0.02;
        axis.Maximum = 1.02;
        axis.MajorStep = 0.2;
        return axis;
    }

    /// <summary>An axis of names: beside each row, from top to bottom, or below each column.</summary>
    public static CategoryAxis NameAxis(AxisPosition position, IEnumerable<string> names)
    {
        var axis = new CategoryAxis
        {
            Position = position,
            TickStyle = TickStyle.None,
            AxisTitleDistance = 8,
            StartPosition = position == AxisPosition.Left ? 1 : 0,
            EndPosition = position == AxisPosition.Left ? 0 : 1,
        };
        axis.Labels.AddRange(names.Select(ShortName.Of));
        return axis;
    }
}
