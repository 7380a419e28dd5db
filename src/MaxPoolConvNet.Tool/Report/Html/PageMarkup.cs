using System.Globalization;
using System.Xml.Linq;

namespace MaxPoolConvNet.Tool.Report.Html;

/// <summary>Creates elements of a page. Their content is escaped when the page is written.</summary>
internal static class PageMarkup
{
    public static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    public static XElement Element(string name, params object?[] content) => new(Xhtml + name, content);

    public static XAttribute Class(string name) => new("class", name);

    public static XElement Paragraph(params object?[] content) => Element("p", content);

    /// <summary>A paragraph that says why something isn't available.</summary>
    public static XElement Missing(string why) => Element("p", Class("missing"), why);

    public static XElement Quiet(params object?[] content) => Element("p", Class("quiet"), content);

    /// <summary>A label of the data, which may be long or written from right to left.</summary>
    public static XElement Label(string label) => Element("bdi", Class("label"), label);

    /// <summary>The labels of a text, separated by commas.</summary>
    public static object Labels(IEnumerable<string> labels)
    {
        object[] shown = [.. labels.SelectMany(label => new object[] { ", ", Label(label) }).Skip(1)];
        return shown.Length == 0 ? "no label" : shown;
    }

    /// <summary>A text of the data.</summary>
    public static XElement WholeText(string text) => Element("bdi", Class("text"), text);

    /// <summary>Plots side by side if there is room.</summary>
    public static XElement SideBySide(params XElement[] plots) =>
        Element("div", Class("plots"), plots.Select(plot => Element("div", plot)));

    /// <summary>A region that scrolls, with the keyboard too, if it is wider than the page.</summary>
    public static XElement ScrollRegion(string name, XElement content) => Element(
        "div",
        Class("scroll"),
        new XAttribute("role", "region"),
        new XAttribute("aria-label", name),
        new XAttribute("tabindex", "0"),
        content);

    public static XElement Legend(IEnumerable<LegendEntry> entries) => Element("ul", Class("legend"), entries.Select(entry => Element(
        "li",
        Element("span", Class("swatch"), new XAttribute("style", SwatchStyle(entry))),
        Element("span", entry.Content))));

    public static string Percent(double part) => (100 * part).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    public static string Figure(double value) => value.ToString("F4", CultureInfo.InvariantCulture);

    /// <summary>Formats a figure; null gives a dash.</summary>
    public static string Figure(double? value) => value is { } known ? Figure(known) : "–";

    public static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A count with its noun, such as "1 text" and "2 texts".</summary>
    public static string Count(long value, string one) => $"{Number(value)} {one}{(value == 1 ? "" : "s")}";

    private static string SwatchStyle(LegendEntry entry) =>
        $"border-top-style:{(entry.IsDashed ? "dashed" : "solid")};border-top-color:rgb({entry.Color.R},{entry.Color.G},{entry.Color.B})";
}
