using System.Text;
using System.Xml;
using System.Xml.Linq;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Terminal;
using static MaxPoolConvNet.Tool.Report.Html.PageMarkup;

namespace MaxPoolConvNet.Tool.Report.Html;

/// <summary>
/// A report as a page for the browser, in one file, without scripts and without anything from elsewhere. It is well-formed XML too.
/// </summary>
internal static class ReportPage
{
    // HTML knows no other elements that close themselves
    private static readonly HashSet<string> _void = ["meta", "br", "hr"];

    /// <summary>Makes the report and writes its page to a file, which replaces one that is there.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    public static void Save(string path, ReportSource source)
    {
        ReportData data = ReportData.Of(source);
        OutputFile.Write(path, file => Write(data, file));
    }

    /// <summary>Writes it in UTF-8.</summary>
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
        writer.WriteRaw("<!DOCTYPE html>\n"); // an XML writer's own has a blank more
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
        string? tested = data.HeldOut is { } heldOut ? Count(heldOut.Evaluation.TextCount, "text") : null;
        if (data.TrainingTexts == 0)
        {
            return $"A classifier from a file, tested on {tested}: "
                + "the figures are good for what it will meet only as far as it hasn't learned from these.";
        }

        string learned = $"{Count(data.TrainingTexts, "text")} to learn from";
        return tested is not null
            ? $"{learned}, tested on {tested} that it hasn't learned from."
            : $"{learned}. No texts were held out (--hold-out 0): "
                + "nothing here says how well the classifier recognizes texts that it hasn't seen.";
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
