using System.Xml.Linq;
using MaxPoolConvNet.Tool.Report.Data;
using static MaxPoolConvNet.Tool.Report.Html.PageMarkup;

namespace MaxPoolConvNet.Tool.Report.Html;

internal static class NgramsSection
{
    private const int MostLabels = 200;

    public static Section Of(ReportData data)
    {
        string what = data.TrainingTexts > 0 ? "learned from" : "tested on";
        string part = data.Ngrams.TextCount < data.Ngrams.AllTexts
            ? $"{Number(data.Ngrams.TextCount)} of the {Number(data.Ngrams.AllTexts)} texts {what}, evenly spread"
            : $"the {Count(data.Ngrams.TextCount, "text")} {what}";
        string labels = data.Labels.Length > MostLabels ? $" The first {MostLabels} of {Number(data.Labels.Length)} labels." : "";
        string parts = data.Ngrams.HaveSubwords ? " ~ stands before a part of a word, and < and > at its word's ends." : "";
        return new Section(
            "ngrams",
            "The strongest n-grams",
            Quiet($"Words that speak most for each label, from {part}: what they add to the label's logit, as a mean over the texts "
                + $"in which they do, and how many those are; in the order of the sum over n texts, divided by n + 5.{parts}{labels}"),
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
