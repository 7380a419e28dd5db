using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Report.Data;
using MaxPoolConvNet.Tool.Terminal;
using static MaxPoolConvNet.Tool.Report.Html.PageMarkup;

namespace MaxPoolConvNet.Tool.Report.Html;

internal static class DuplicatesSection
{
    private const string Id = "duplicates";
    private const string Title = "Near-duplicates";
    private const string NoTexts = "Not there: the classifier comes from a file, which doesn't keep the texts that it has learned from.";
    private const int MostCharacters = 300;

    public static Section Of(ReportData data)
    {
        if (data.HeldOut is not { } heldOut) return Section.WithoutHeldOut(Id, Title);
        if (heldOut.Duplicates is not { } duplicates) return new Section(Id, Title, Missing(NoTexts));
        NearDuplicateReport report = duplicates.Report;
        if (report.DuplicateCount == 0) return new Section(Id, Title, Paragraph("No held-out text is, nearly, among the texts learned from."));
        return new Section(
            Id,
            Title,
            Paragraph($"{Number(report.DuplicateCount)} of {Count(report.TestTextCount, "held-out text")} ({Percent(report.Fraction)}) "
                + $"have a near-duplicate among the texts learned from, {Number(report.ExactDuplicateCount)} of them with the same words. "
                + $"They may flatter the figures: {Without(duplicates)}"),
            duplicates.OtherLabels > 0 ? Paragraph(Differing(duplicates.OtherLabels)) : null,
            PageTable.Of("Examples of near-duplicates", ["Held out", "Learned from", "#Alike"], duplicates.Examples.Select(Row)),
            duplicates.Examples.Length < report.DuplicateCount ? Quiet(Part(duplicates.Examples.Length)) : null);
    }

    private static string Differing(int pairs) =>
        $"Of {Count(pairs, "pair")} the labels differ: they say something else with nearly the same words, or one of the labels is wrong.";

    private static string Part(int shown) => $"{shown} of them, those with other labels and the least alike first.";

    private static string Without(DuplicateData duplicates) => duplicates.AccuracyWithout is { } accuracy
        ? $"without them {Percent(accuracy)} are recognized."
        : "no other text was held out.";

    private static object[] Row(DuplicateExample example) =>
    [
        Cell(example.HeldOut, "quiet"),
        Cell(example.Training, example.LabelsAgree ? "quiet" : "differs"),
        example.IsExact ? "same words" : Percent(example.Similarity),
    ];

    private static object[] Cell(LabeledText text, string classOfLabels) =>
        [WholeText(CleanText.Beginning(text.Text, MostCharacters)), Element("div", Class(classOfLabels), Labels(text.Labels))];
}
