using OxyPlot;

namespace MaxPoolConvNet.Tool.Report.Plots;

/// <summary>
/// Measures text in pixels. OxyPlot measures it in points, 4/3 of a pixel each, and gives characters beyond Latin-1 no width.
/// </summary>
internal sealed class TextMeasure() : PdfRenderContext(1, 1, OxyColors.Undefined)
{
    private const double PixelsOfPoint = 4 / 3.0;

    public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight)
    {
        OxySize points = base.MeasureText(text, fontFamily, fontSize, fontWeight);
        int wide = text?.EnumerateRunes().Count(rune => rune.Value > 0xFF) ?? 0;
        return new OxySize(points.Width * PixelsOfPoint + wide * fontSize, points.Height * PixelsOfPoint);
    }
}
