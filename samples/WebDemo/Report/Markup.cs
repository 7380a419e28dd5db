using System.Globalization;
using System.Xml.Linq;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>Makes elements of the report. Their content is escaped when they are written.</summary>
internal static class Markup
{
    public static XElement Element(string name, params object?[] content) => new(name, content);

    public static XAttribute Class(string name) => new("class", name);

    public static XElement Section(string id, string title, params object?[] content) => Element(
        "section",
        new XAttribute("aria-labelledby", id),
        Element("h2", new XAttribute("id", id), title),
        content);

    /// <summary>A table whose first column names the rows; the other columns are numbers or words.</summary>
    public static XElement Table(string name, string[] columns, IEnumerable<string[]> rows) => Element(
        "div",
        Class("scroll"),
        new XAttribute("role", "region"),
        new XAttribute("aria-label", name),
        new XAttribute("tabindex", "0"),
        Element(
            "table",
            Element("thead", Element("tr", columns.Select(column => Element("th", new XAttribute("scope", "col"), column)))),
            Element("tbody", rows.Select(row => Element(
                "tr",
                Element("th", new XAttribute("scope", "row"), Element("bdi", row[0])),
                row.Skip(1).Select(cell => Element("td", cell)))))));

    /// <summary>
    /// A table of many columns. On a narrow page, its cells are below each other; the roles keep it a table for a screen reader there.
    /// </summary>
    public static XElement StackedTable(string name, string[] columns, IEnumerable<string[]> rows) => Element(
        "table",
        Class("stacked"),
        Role("table"),
        new XAttribute("aria-label", name),
        Element(
            "thead",
            Role("rowgroup"),
            Element(
                "tr",
                Role("row"),
                columns.Select(column => Element("th", Role("columnheader"), new XAttribute("scope", "col"), column)))),
        Element("tbody", Role("rowgroup"), rows.Select(row => Element(
            "tr",
            Role("row"),
            row.Select((cell, i) => i == 0
                ? Element("th", Role("rowheader"), new XAttribute("scope", "row"), Column(columns[i]), cell)
                : Element("td", Role("cell"), Column(columns[i]), cell))))));

    public static string Percent(double? fraction) =>
        fraction is { } known ? (100 * known).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "–";

    public static string Signed(double fraction) => (100 * fraction).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture);

    public static string Number(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static XAttribute Role(string role) => new("role", role);

    private static XAttribute Column(string title) => new("data-column", title);
}
