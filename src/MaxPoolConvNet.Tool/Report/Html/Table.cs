using System.Xml.Linq;

namespace MaxPoolConvNet.Tool.Report.Html;

/// <summary>A table that scrolls within the page where it is too wide for it.</summary>
internal static class Table
{
    /// <param name="name">What it shows.</param>
    /// <param name="columns">Headings; those of numbers begin with '#', which isn't shown.</param>
    /// <param name="rows">Strings and elements, one for each column.</param>
    public static XElement Of(string name, string[] columns, IEnumerable<object[]> rows)
    {
        bool[] ofNumbers = [.. columns.Select(column => column.StartsWith('#'))];
        return Markup.Element(
            "div",
            Markup.Class("scroll"),
            new XAttribute("role", "region"),
            new XAttribute("aria-label", name),
            new XAttribute("tabindex", "0"),
            Markup.Element(
                "table",
                Markup.Element("thead", Markup.Element("tr", columns.Select((column, place) => Markup.Element("th", new XAttribute("scope", "col"), Look(ofNumbers[place]), column.TrimStart('#'))))),
                Markup.Element("tbody", rows.Select(row => Markup.Element("tr", row.Select((cell, place) => Markup.Element("td", Look(ofNumbers[place]), cell)))))));
    }

    private static XAttribute? Look(bool ofNumbers) => ofNumbers ? Markup.Class("number") : null;
}
