using System.Xml.Linq;
using static MaxPoolConvNet.Tool.Report.Html.PageMarkup;

namespace MaxPoolConvNet.Tool.Report.Html;

/// <summary>A table that scrolls within the page where it is too wide for it.</summary>
internal static class PageTable
{
    /// <param name="name">What it shows.</param>
    /// <param name="columns">Headings; those of numbers begin with '#', which isn't shown.</param>
    /// <param name="rows">Strings and elements, one for each column.</param>
    public static XElement Of(string name, string[] columns, IEnumerable<object[]> rows)
    {
        bool[] ofNumbers = [.. columns.Select(column => column.StartsWith('#'))];
        return ScrollRegion(name, Element(
            "table",
            Element("thead", Element("tr", columns.Select((column, place) => Heading(column.TrimStart('#'), ofNumbers[place])))),
            Element("tbody", rows.Select(row => Element("tr", row.Select((cell, place) => Cell(cell, ofNumbers[place])))))));
    }

    private static XElement Cell(object content, bool ofNumbers) => Element("td", NumberClass(ofNumbers), content);

    private static XElement Heading(string name, bool ofNumbers) =>
        Element("th", new XAttribute("scope", "col"), NumberClass(ofNumbers), name);

    private static XAttribute? NumberClass(bool ofNumbers) => ofNumbers ? Class("number") : null;
}
