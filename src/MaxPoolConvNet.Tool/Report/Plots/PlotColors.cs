using OxyPlot;

namespace MaxPoolConvNet.Tool.Report.Plots;

/// <summary>
/// A color-blind-safe palette (Okabe and Ito 2008), without the colors that are hard to see on white or black.
/// </summary>
internal static class PlotColors
{
    /// <summary>A placeholder for the page's text color, which depends on the light or dark theme.</summary>
    public static OxyColor Ink { get; } = OxyColor.FromRgb(1, 2, 3);

    public static OxyColor FaintInk { get; } = OxyColor.FromAColor(46, Ink);

    public static OxyColor Blue { get; } = OxyColor.FromRgb(0, 125, 190);

    public static OxyColor Orange { get; } = OxyColor.FromRgb(230, 159, 0);

    public static OxyColor Green { get; } = OxyColor.FromRgb(0, 158, 115);

    public static OxyColor Vermilion { get; } = OxyColor.FromRgb(213, 94, 0);

    public static OxyColor SkyBlue { get; } = OxyColor.FromRgb(86, 180, 233);

    public static OxyColor Purple { get; } = OxyColor.FromRgb(204, 121, 167);

    private static OxyColor[] Several { get; } = [Blue, Vermilion, Green, Orange, Purple, SkyBlue];

    /// <summary>The color and style of a line by its number; after the last color, lines are dashed.</summary>
    public static (OxyColor Color, bool Dashed) OfLine(int number) => (Several[number % Several.Length], number >= Several.Length);
}
