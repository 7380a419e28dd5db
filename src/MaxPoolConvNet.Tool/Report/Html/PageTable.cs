using System.Xml.Linq;
using static MaxPoolConvNet.Tool.Report.Html.PageMarkup;

namespace MaxPoolConvNet.Tool.Report.Html;

/// <summary>Creates a table that scrolls if it is wider than the page.</summary>
internal static class PageTable
{
    /// <param name="name">The name of the table.</param>
    /// <param name="columns">The headings; a leading '#' marks a column of numbers and isn't shown.</param>
    /// <param name="rows">The cells of each row, as strings and elements.</param>
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
