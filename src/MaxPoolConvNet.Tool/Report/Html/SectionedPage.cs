using System.Text;
using System.Xml;
using System.Xml.Linq;
using MaxPoolConvNet.Tool.Terminal;
using static MaxPoolConvNet.Tool.Report.Html.PageMarkup;

namespace MaxPoolConvNet.Tool.Report.Html;

/// <summary>Writes sections as one HTML file without scripts or external resources, which is well-formed XML as well.</summary>
internal static class SectionedPage
{
    // the only void elements of HTML used here
    private static readonly HashSet<string> _void = ["meta", "br", "hr"];

    /// <summary>Writes the page in UTF-8.</summary>
    /// <param name="title">The title and first heading.</param>
    /// <param name="summary">A sentence below it.</param>
    /// <param name="figures">The main figures; null for none.</param>
    /// <param name="sections">The sections.</param>
    /// <param name="stream">The stream to write to.</param>
    public static void Write(string title, string summary, XElement? figures, Section[] sections, Stream stream)
    {
        XElement page = Build(title, summary, figures, sections);
        MakeLegible(page);
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            OmitXmlDeclaration = true,
            NewLineHandling = NewLineHandling.None,
        };
        using var writer = XmlWriter.Create(stream, settings);
        writer.WriteRaw("<!DOCTYPE html>\n"); // an XML writer's own has an extra space
        page.WriteTo(writer);
    }

    private static XElement Build(string title, string summary, XElement? figures, Section[] sections) => Element(
        "html",
        new XAttribute("lang", "en"),
        Element(
            "head",
            Element("meta", new XAttribute("charset", "utf-8")),
            Element("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
            Element("title", title),
            Element("style", PageStyle.Css)),
        Element(
            "body",
            Element(
                "main",
                Element("header", Element("h1", title), Quiet(summary), figures, Links(sections)),
                sections.Select(InPage))));

    private static XElement Links(Section[] sections) => Element(
        "nav",
        new XAttribute("aria-label", "Sections"),
        Element("ul", sections.Select(section => Element("li", Element("a", new XAttribute("href", $"#{section.Id}"), section.Title)))));

    private static XElement InPage(Section section) => Element(
        "section",
        new XAttribute("id", section.Id),
        new XAttribute("aria-labelledby", $"{section.Id}-title"),
        Element("h2", new XAttribute("id", $"{section.Id}-title"), section.Title),
        section.Content);

    private static void MakeLegible(XElement page)
    {
        foreach (XNode node in page.DescendantNodes().ToArray())
        {
            if (node is XText text) text.Value = CleanText.ForPage(text.Value);
            if (node is XElement { IsEmpty: true, Name: var name } element && name.Namespace == Xhtml && !_void.Contains(name.LocalName))
                element.SetValue("");
        }
    }
}
