using System.Globalization;
using System.Xml.Linq;
using MaxPoolConvNet.Tool.Terminal;
using OxyPlot;

namespace MaxPoolConvNet.Tool.Report.Plots;

/// <summary>Renders a plot as an SVG element that fills its container and has the page's text color and font.</summary>
internal static class SvgPlot
{
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";
    private static readonly string _ink = $"rgb({PlotColors.Ink.R},{PlotColors.Ink.G},{PlotColors.Ink.B})";

    /// <param name="plot">The plot.</param>
    /// <param name="size">Its width and height; its font size is in the same unit.</param>
    /// <param name="id">An id that is unique on the page.</param>
    /// <param name="description">A description for screen readers.</param>
    public static XElement Render(PlotModel plot, (double Width, double Height) size, string id, string description)
    {
        var exporter = new SvgExporter { Width = size.Width, Height = size.Height, TextMeasurer = new TextMeasure(), IsDocument = false };
        XElement svg = XElement.Parse(exporter.ExportToString(plot));
        RemoveInvisible(svg);
        ShareClips(svg, id);
        foreach (XAttribute attribute in svg.DescendantsAndSelf().Attributes().ToArray())
            Adapt(attribute);
        svg.Attributes().Remove();
        svg.Add(
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {size.Width} {size.Height}")),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", CleanText.ForPage(description)));
        return svg;
    }

    private static void RemoveInvisible(XElement svg)
    {
        svg.Descendants().Where(element => ((string?)element.Attribute("style"))?.Split(';') is ["fill:none", .. var stroke]
            && stroke.Intersect(["stroke:none", "stroke-width:0"]).Any()).Remove();
        svg.Descendants(_svg + "g").Where(group => !group.HasElements).Remove();
    }

    /// <summary>Makes the ids of clip paths unique on the page, and merges equal ones.</summary>
    private static void ShareClips(XElement svg, string id)
    {
        XElement[] definitions = [.. svg.Elements(_svg + "defs")];
        var areas = new Dictionary<string, string>();
        foreach (XElement clip in definitions.Elements(_svg + "clipPath"))
        {
            string area = string.Join(' ', clip.Elements().Attributes());
            if (!areas.TryGetValue(area, out string? shared))
            {
                areas[area] = shared = $"{id}-{areas.Count + 1}";
                svg.AddFirst(new XElement(_svg + "clipPath", new XAttribute("id", shared), clip.Elements()));
            }

            string ownPath = $"url(#{(string)clip.Attribute("id")!})";
            foreach (XElement group in svg.Elements(_svg + "g").Where(group => (string?)group.Attribute("clip-path") == ownPath))
                group.SetAttributeValue("clip-path", $"url(#{shared})");
        }

        definitions.Remove();
    }

    private static void Adapt(XAttribute attribute)
    {
        if (attribute.Name.LocalName is "font-family" || attribute is { Name.LocalName: "font-weight", Value: "400" })
        {
            attribute.Remove();
        }
        else
        {
            attribute.Value = attribute.Value.Replace(_ink, "currentColor", StringComparison.Ordinal);
        }
    }
}
