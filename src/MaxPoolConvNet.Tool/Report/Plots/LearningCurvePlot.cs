using System.Collections.Immutable;
using System.Xml.Linq;
using MaxPoolConvNet.Training;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace MaxPoolConvNet.Tool.Report.Plots;

/// <summary>A measure of each epoch, on the training texts and on the validation texts of early stopping.</summary>
internal static class LearningCurvePlot
{
    private const int MostMarkers = 40;

    public static XElement OfLoss(ImmutableArray<EpochReport> epochs) =>
        Of("loss", "Log-loss", epochs, epoch => epoch.Loss, epoch => epoch.HeldOutLoss);

    public static XElement OfAccuracy(ImmutableArray<EpochReport> epochs) =>
        Of("accuracy", "Accuracy", epochs, epoch => epoch.Accuracy, epoch => epoch.HeldOutAccuracy);

    private static XElement Of(
        string id, string title, ImmutableArray<EpochReport> epochs, Func<EpochReport, double> learned, Func<EpochReport, double?> watched)
    {
        PlotModel plot = Canvas.Empty();
        LinearAxis time = Canvas.Axis(AxisPosition.Bottom, "epoch");
        time.MinimumMajorStep = 1;
        // room for a whole marker at either end
        double margin = Math.Max(0.03 * (epochs.Length - 1), 0.1);
        (time.Minimum, time.Maximum) = (1 - margin, epochs.Length + margin);
        plot.Axes.Add(time);
        LinearAxis height = Canvas.Axis(AxisPosition.Left, title);
        (height.MinimumPadding, height.MaximumPadding) = (0.05, 0.05);
        plot.Axes.Add(height);
        plot.Series.Add(Line(epochs, 0, epoch => learned(epoch)));
        if (epochs.Any(epoch => watched(epoch) is not null)) plot.Series.Add(Line(epochs, 1, watched));
        return SvgPlot.Render(plot, (480, 300), $"learning-{id}", $"{title} by epoch; the values are in the table below");
    }

    private static LineSeries Line(ImmutableArray<EpochReport> epochs, int number, Func<EpochReport, double?> figure)
    {
        OxyColor color = PlotColors.OfLine(number).Color;
        var line = new LineSeries
        {
            Color = color,
            StrokeThickness = 2,
            MarkerFill = color,
            MarkerSize = 3.5,
            MarkerType = epochs.Length > MostMarkers ? MarkerType.None : MarkerType.Circle,
        };
        foreach (EpochReport epoch in epochs)
            line.Points.Add(new DataPoint(epoch.Epoch, figure(epoch) is { } value && double.IsFinite(value) ? value : double.NaN));
        return line;
    }
}
