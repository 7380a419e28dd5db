using System.Globalization;
using System.Xml.Linq;
using MaxPoolConvNet.Tool.Report.Data;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace MaxPoolConvNet.Tool.Report.Plots;

/// <summary>A confusion matrix: counts, on a background that is darker the larger their fraction of the label's texts.</summary>
internal static class ConfusionPlot
{
    // on a darker background, text in the page's color isn't legible
    private const byte DeepestAlpha = 185;

    // mean width of a letter
    private const double NameWidth = 0.52 * Canvas.FontSize;

    /// <param name="confused">The confusions.</param>
    /// <param name="width">The width of the plot, in the unit of its font size.</param>
    public static XElement Of(ConfusedLabels confused, out double width)
    {
        int count = confused.Shown.Length;
        PlotModel plot = Canvas.Empty();
        plot.PlotAreaBorderThickness = new OxyThickness(1);
        string[] names = [.. confused.Shown.Select(label => confused.Matrix.Labels[label])];
        CategoryAxis predicted = Canvas.NameAxis(AxisPosition.Bottom, names);
        predicted.Title = "predicted";
        predicted.Angle = count > 6 || names.Any(name => name.Length > 8) ? -50 : 0;
        CategoryAxis actual = Canvas.NameAxis(AxisPosition.Left, names);
        actual.Title = "actual";
        plot.Axes.Add(predicted);
        plot.Axes.Add(actual);
        plot.Axes.Add(Depth());
        plot.Series.Add(new HeatMapSeries
        {
            X0 = 0,
            X1 = count - 1,
            Y0 = 0,
            Y1 = count - 1,
            Data = Parts(confused),
            Interpolate = false,
            RenderMethod = HeatMapRenderMethod.Rectangles,
        });
        foreach (TextAnnotation number in Numbers(confused))
            plot.Annotations.Add(number);
        double beside = 55 + NameWidth * names.Max(name => ShortName.Of(name).Length);
        double side = Math.Max(count, 3) * (count <= 6 ? 64 : count <= 12 ? 44 : 32);
        double below = predicted.Angle == 0 ? 60 : 0.8 * beside + 25;
        width = beside + side;
        return SvgPlot.Render(
            plot, (width, side + below), "confusion", "Confusion matrix: rows are the actual labels, columns the predicted ones");
    }

    private static LinearColorAxis Depth() => new()
    {
        Position = AxisPosition.None,
        Minimum = 0,
        Maximum = 1,
        Palette = OxyPalette.Interpolate(64, OxyColor.FromAColor(0, PlotColors.Blue), OxyColor.FromAColor(DeepestAlpha, PlotColors.Blue)),
        InvalidNumberColor = OxyColors.Undefined,
    };

    private static double[,] Parts(ConfusedLabels confused)
    {
        int count = confused.Shown.Length;
        double[,] parts = new double[count, count];
        for (int row = 0; row < count; row++)
        {
            int actual = confused.Shown[row];
            double texts = Enumerable.Range(0, confused.Matrix.Labels.Length).Sum(predicted => confused.Matrix[actual, predicted]);
            for (int column = 0; column < count; column++)
            {
                int number = confused.Matrix[actual, confused.Shown[column]];
                parts[column, row] = number == 0 ? double.NaN : Math.Sqrt(number / texts); // keeps rare confusions visible
            }
        }

        return parts;
    }

    private static IEnumerable<TextAnnotation> Numbers(ConfusedLabels confused) =>
        from row in Enumerable.Range(0, confused.Shown.Length)
        from column in Enumerable.Range(0, confused.Shown.Length)
        let number = confused.Matrix[confused.Shown[row], confused.Shown[column]]
        where number > 0
        select new TextAnnotation
        {
            Text = number.ToString(CultureInfo.InvariantCulture),
            TextPosition = new DataPoint(column, row),
            TextHorizontalAlignment = HorizontalAlignment.Center,
            TextVerticalAlignment = VerticalAlignment.Middle,
            Stroke = OxyColors.Undefined,
            FontSize = number >= 1_000 && confused.Shown.Length > 12 ? 9 : Canvas.FontSize - 1,
        };
}
