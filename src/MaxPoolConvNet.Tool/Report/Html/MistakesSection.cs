using System.Xml.Linq;
using MaxPoolConvNet.Tool.Report.Data;
using static MaxPoolConvNet.Tool.Report.Html.PageMarkup;

namespace MaxPoolConvNet.Tool.Report.Html;

internal static class MistakesSection
{
    private const string Id = "mistakes";
    private const string Title = "The most confident mistakes";

    public static Section Of(ReportData data)
    {
        if (data.HeldOut is not { } heldOut) return Section.WithoutHeldOut(Id, Title);
        if (heldOut.Mistakes.IsEmpty) return new Section(Id, Title, Paragraph("No held-out text was classified wrongly."));
        string part = heldOut.Mistakes.Length < heldOut.AllMistakes ? $"{heldOut.Mistakes.Length} of {Number(heldOut.AllMistakes)}. " : "";
        return new Section(
            Id,
            Title,
            Quiet(
                part,
                "Words shaded ",
                Shaded("green", "rgba(0,150,60,.45)", "none"),
                $" support the {(data.SeveralLabels ? "predicted or missed" : "predicted")} label, words shaded ",
                Shaded("red and underlined", "rgba(220,40,40,.45)", "underline dotted"),
                " oppose it; a stronger shade means a larger contribution. Some of these texts may be mislabeled in the file."),
            Element("ol", Class("mistakes"), heldOut.Mistakes.Select(Item)));
    }

    private static XElement Item(Mistake mistake)
    {
        Explanation explanation = mistake.Explanation;
        return Element(
            "li",
            Element(
                "p",
                Element(
                    "span",
                    Class("tag"),
                    mistake.Missed ? "missed " : "predicted ",
                    Label(explanation.Label),
                    $" {Percent(explanation.Probability)}"),
                " ",
                Element("span", Class("tag actual"), "actual ", Labels(mistake.Actual))),
            ShadedText.Of(explanation));
    }

    private static XElement Shaded(string text, string ground, string decoration) =>
        Element("span", new XAttribute("style", $"background:{ground};text-decoration:{decoration}"), text);
}
