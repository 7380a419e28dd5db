using System.Xml.Linq;

namespace MaxPoolConvNet.Tool.Tests;

/// <summary>A report as its readers' programs see it: well-formed, or it isn't read.</summary>
internal sealed class ParsedPage(string text)
{
    private static readonly XNamespace _xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    public string Text { get; } = text;

    public XElement Root { get; } = XDocument.Parse(text, System.Xml.Linq.LoadOptions.PreserveWhitespace).Root!;

    public string Title => All("title").Single().Value;

    public IReadOnlyList<XElement> Sections => [.. All("section")];

    public IReadOnlyList<XElement> Plots => [.. Root.Descendants(_svg + "svg")];

    public XElement Section(string id) => Sections.Single(section => (string?)section.Attribute("id") == id);

    public IEnumerable<XElement> All(string name) => Root.Descendants(_xhtml + name);

    public static IEnumerable<XElement> All(XElement within, string name) => within.Descendants(_xhtml + name);

    /// <summary>The figure at the head of the page that is called so.</summary>
    public string Figure(string name) => All("dt").Single(one => one.Value == name).ElementsAfterSelf().First().Value;

    /// <summary>The cells of a section's table, row by row, without the headings.</summary>
    public string[][] Rows(string section, int table = 0) =>
    [
        .. All(All(Section(section), "table").ElementAt(table), "tr").Skip(1).Select(row => (string[])[.. All(row, "td").Select(cell => cell.Value)]),
    ];

    /// <summary>The page without its times, which differ from training to training.</summary>
    public string WithoutTimes()
    {
        var copy = new XElement(Root);
        copy.Descendants().Where(element => (string?)element.Attribute("class") == "time").Remove();
        return copy.ToString(System.Xml.Linq.SaveOptions.DisableFormatting);
    }
}
