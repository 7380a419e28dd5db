using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Tool.Report.Html;
using static MaxPoolConvNet.Tool.Report.Html.PageMarkup;

namespace MaxPoolConvNet.Tool.Report.Audit;

internal static class LabelSections
{
    public static Section Pairs(LabelAuditReport report)
    {
        const string Title = "Labels hard to distinguish";
        if (report.ConfusablePairs.IsEmpty) return new Section("pairs", Title, Paragraph("None."));
        return new Section(
            "pairs",
            Title,
            Quiet("Merge these labels, or define them better. An error of 50 % is chance."),
            PageTable.Of(Title, ["Label", "Label", "#Error", "#First as second", "#Second as first"], report.ConfusablePairs.Select(
                pair => new object[]
                {
                    Label(pair.First),
                    Label(pair.Second),
                    Percent(pair.Error),
                    Number(pair.FirstAsSecondCount),
                    Number(pair.SecondAsFirstCount),
                })));
    }

    public static Section Rare(LabelAuditReport report)
    {
        const string Title = "Labels with too few texts";
        if (report.RareLabels.IsEmpty) return new Section("rare", Title, Paragraph("None."));
        return new Section(
            "rare",
            Title,
            Paragraph(report.HelpfulTextCount is { } texts
                ? $"Labels with about {texts} texts are classified correctly nearly as often as the most frequent ones (within 5 points), "
                + "by a curve of the error rate over the labels' number of texts. It compares labels with each other: a label can be hard "
                + "for other reasons."
                : "How many texts would be enough can't be said from these texts: there are too few labels of different sizes, or rare "
                + "labels aren't clearly harder than frequent ones."),
            PageTable.Of(Title, ["Label", "#Texts"], report.RareLabels.Select(
                rare => new object[] { Label(rare.Label), Number(rare.TextCount) })));
    }

    public static Section Leaks(LabelAuditReport report)
    {
        const string Title = "N-grams that alone decide a label";
        if (report.Leaks.IsEmpty) return new Section("leaks", Title, Paragraph("None."));
        return new Section(
            "leaks",
            Title,
            Quiet("These may be natural, or traces of how the texts were collected, which new texts don't have."),
            PageTable.Of(Title, ["N-gram", "Label", "#Texts", "#Share of the label's texts", "#Other texts"], report.Leaks.Select(
                leak => new object[]
                {
                    Element("bdi", leak.Ngram),
                    Label(leak.Label),
                    Number(leak.TextCount),
                    Percent(leak.Coverage),
                    Number(leak.OtherTextCount),
                })));
    }
}
