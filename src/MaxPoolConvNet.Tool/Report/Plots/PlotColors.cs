using OxyPlot;

namespace MaxPoolConvNet.Tool.Report.Plots;

/// <summary>
/// Colours that can be told apart by the colour-blind too (Okabe and Ito 2008), without those that are lost on white or on black.
/// </summary>
internal static class PlotColors
{
    /// <summary>Stands for the page's own text colour, which is another in the light than in the dark.</summary>
    public static OxyColor Ink { get; } = OxyColor.FromRgb(1, 2, 3);

    public static OxyColor FaintInk { get; } = OxyColor.FromAColor(46, Ink);

    public static OxyColor Blue { get; } = OxyColor.FromRgb(0, 125, 190);

    public static OxyColor Orange { get; } = OxyColor.FromRgb(230, 159, 0);

    public static OxyColor Green { get; } = OxyColor.FromRgb(0, 158, 115);

    public static OxyColor Vermilion { get; } = OxyColor.FromRgb(213, 94, 0);

    public static OxyColor SkyBlue { get; } = OxyColor.FromRgb(86, 180, 233);

    public static OxyColor Purple { get; } = OxyColor.FromRgb(204, 121, 167);

    private static OxyColor[] Several { get; } = [Blue, Vermilion, Green, Orange, Purple, SkyBlue];

    /// <summary>The look of line number so and so: where colours run out, lines are dashed.</summary>
    public static (OxyColor Color, bool Dashed) OfLine(int number) => (Several[number % Several.Length], number >= Several.Length);
}
