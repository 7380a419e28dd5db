using System.Text;
using System.Xml;
using System.Xml.Linq;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Terminal;
using static MaxPoolConvNet.Tool.Report.Html.PageMarkup;

namespace MaxPoolConvNet.Tool.Report.Html;

/// <summary>
/// Writes a report as one HTML file without scripts or external resources, which is well-formed XML as well.
/// </summary>
internal static class ReportPage
{
    // the only void elements of HTML used here
    private static readonly HashSet<string> _void = ["meta", "br", "hr"];

    /// <summary>Creates the report and writes it to a file; an existing file is overwritten.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    public static void Save(string path, ReportSource source)
    {
        ReportData data = ReportData.Of(source);
        OutputFile.Write(path, file => Write(data, file));
    }

    /// <summary>Writes the page in UTF-8.</summary>
    public static void Write(ReportData data, Stream stream)
    {
        XElement page = Build(data);
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

    private static XElement Build(ReportData data)
    {
        string title = $"{(data.Training is null ? "Test" : "Training")} on {data.DataFile}";
        Section[] sections =
        [
            LearningSection.Of(data),
            ConfusionSection.Of(data),
            CalibrationSection.Of(data),
            CoverageSection.Of(data),
            PrecisionRecallSection.Of(data),
            ClassSection.Of(data),
            MistakesSection.Of(data),
            NgramsSection.Of(data),
            DuplicatesSection.Of(data),
            SettingsSection.Of(data),
        ];
        return Element(
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
                    Element("header", Element("h1", title), Quiet(Summary(data)), FigureTiles.Of(data), Links(sections)),
                    sections.Select(InPage))));
    }

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

    private static string Summary(ReportData data)
    {
        string kind = data.TrainingTexts == 0 ? "text" : "held-out text";
        string? tested = data.HeldOut is { } heldOut ? Count(heldOut.Evaluation.TextCount, kind) : null;
        if (data.TrainingTexts == 0)
        {
            return $"A classifier from a file, tested on {tested}. "
                + "The figures are valid only if it wasn't trained on these texts.";
        }

        string trained = $"Trained on {Count(data.TrainingTexts, "text")}";
        return tested is not null
            ? $"{trained}, tested on {tested}."
            : $"{trained}. No texts were held out (--hold-out 0), so nothing here measures the accuracy on new texts.";
    }

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
