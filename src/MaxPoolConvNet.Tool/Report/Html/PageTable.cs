using System.Xml.Linq;

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
        return PageMarkup.Element(
            "div",
            PageMarkup.Class("scroll"),
            new XAttribute("role", "region"),
            new XAttribute("aria-label", name),
            new XAttribute("tabindex", "0"),
            PageMarkup.Element(
                "table",
                PageMarkup.Element("thead", PageMarkup.Element("tr", columns.Select((column, place) => PageMarkup.Element("th", new XAttribute("scope", "col"), Look(ofNumbers[place]), column.TrimStart('#'))))),
                PageMarkup.Element("tbody", rows.Select(row => PageMarkup.Element("tr", row.Select((cell, place) => PageMarkup.Element("td", Look(ofNumbers[place]), cell)))))));
    }

    private static XAttribute? Look(bool ofNumbers) => ofNumbers ? PageMarkup.Class("number") : null;
}
