using System.Xml.Linq;
using MaxPoolConvNet.Tool.Report.Data;
using static MaxPoolConvNet.Tool.Report.Html.PageMarkup;

namespace MaxPoolConvNet.Tool.Report.Html;

internal static class NgramsSection
{
    private const int MostLabels = 200;

    public static Section Of(ReportData data)
    {
        string what = data.TrainingTexts > 0 ? "training" : "held-out";
        string part = data.Ngrams.TextCount < data.Ngrams.AllTexts
            ? $"{Number(data.Ngrams.TextCount)} of the {Number(data.Ngrams.AllTexts)} {what} texts, evenly spaced"
            : $"the {Count(data.Ngrams.TextCount, $"{what} text")}";
        string labels = data.Labels.Length > MostLabels ? $" The first {MostLabels} of {Number(data.Labels.Length)} labels." : "";
        string parts = data.Ngrams.HaveSubwords ? " A subword starts with ~; < and > mark the ends of its word." : "";
        return new Section(
            "ngrams",
            "The strongest n-grams",
            Quiet($"The words that support each label most in {part}: their mean contribution to the label's logit, "
                + "and the number n of texts in which they contribute. "
                + $"Sorted by the sum of contributions divided by n + 5.{parts}{labels}"),
            Element("div", Class("cards"), data.Ngrams.Labels.Take(MostLabels).Select(Card)));
    }

    private static XElement Card(LabelCard label) => Element(
        "div",
        Element("h3", Label(label.Label)),
        label.Ngrams.IsEmpty
            ? Quiet("none")
            : Element("ul", label.Ngrams.Select(Item)));

    private static XElement Item(ShownNgram ngram) => Element(
        "li",
        Element("bdi", ngram.Text),
        Element("span", Class("number"), FormattableString.Invariant($"{ngram.Contribution:+0.00} · {ngram.TextCount:#,0}")));
}
