using System.Xml.Linq;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Report.Html;
using MaxPoolConvNet.Tool.Terminal;
using static MaxPoolConvNet.Tool.Report.Html.PageMarkup;

namespace MaxPoolConvNet.Tool.Report.Audit;

internal static class SuspectsSection
{
    private const int MostShown = 200;
    private const int MostCharacters = 300;

    public static Section Of(LabelAuditReport report, IReadOnlyList<LabeledText> texts)
    {
        const string Id = "suspects";
        const string Title = "Labels to check";
        if (report.Suspects.IsEmpty) return new Section(Id, Title, Paragraph("No label is suspicious."));
        int shown = Math.Min(MostShown, report.Suspects.Length);
        string part = shown < report.Suspects.Length ? $"The first {shown} of {Number(report.Suspects.Length)}. " : "";
        return new Section(
            Id,
            Title,
            Quiet(
                part,
                "Most suspicious first. Words shaded ",
                WordShades.Shaded("green", 1),
                " argue for the suggested label, words shaded ",
                WordShades.Shaded("red and underlined", -1),
                " for the given one, by their counts in other texts: suggested : given."),
            Element("ol", Class("mistakes"), report.Suspects.Take(shown).Select(suspect => Item(suspect, texts))));
    }

    private static XElement Item(LabelSuspect suspect, IReadOnlyList<LabeledText> texts) => Element(
        "li",
        Element(
            "p",
            Element("span", Class("tag"), "suggested ", Labels(suspect.SuggestedLabels)),
            " ",
            Element("span", Class("tag actual"), "given ", Labels(suspect.GivenLabels)),
            " ",
            Element("span", Class("quiet"), $"text {Number(suspect.Index + 1)}, suspicion {Figure(suspect.Suspicion)}")),
        WordShades.Of(suspect),
        Ngrams("For the suggested label: ", suspect.Evidence.ForSuggested),
        Ngrams("For the given label: ", suspect.Evidence.ForGiven),
        suspect.Evidence.SimilarTexts.IsEmpty ? null : Element(
            "details",
            Element("summary", "Similar texts"),
            PageTable.Of(
                $"Texts similar to text {suspect.Index + 1}",
                ["Text", "Labels", "#Similarity"],
                suspect.Evidence.SimilarTexts.Select(similar => new object[]
                {
                    WholeText(CleanText.Beginning(texts[similar.Index].Text, MostCharacters)),
                    Labels(texts[similar.Index].Labels),
                    Percent(similar.Similarity),
                }))));

    private static XElement? Ngrams(string name, IReadOnlyCollection<EvidenceNgram> ngrams) =>
        ngrams.Count == 0 ? null : Quiet(name, Element("bdi", string.Join(", ", ngrams)));
}
