using OxyPlot;

namespace MaxPoolConvNet.Tool.Report.Plots;

/// <summary>
/// How much room text takes in a picture whose unit is a pixel. OxyPlot measures text in the points of a printed page, 4/3 of a pixel each,
/// and characters beyond Latin-1 as if they had no width.
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
