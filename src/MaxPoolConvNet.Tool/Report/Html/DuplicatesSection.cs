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
    private const string NoTexts = "Not available: the classifier was loaded from a file, which doesn't store its training texts.";
    private const int MostCharacters = 300;

    public static Section Of(ReportData data)
    {
        if (data.HeldOut is not { } heldOut) return Section.WithoutHeldOut(Id, Title);
        if (heldOut.Duplicates is not { } duplicates) return new Section(Id, Title, Missing(NoTexts));
        NearDuplicateReport report = duplicates.Report;
        if (report.DuplicateCount == 0) return new Section(Id, Title, Paragraph("No held-out text has a near-duplicate in training."));
        return new Section(
            Id,
            Title,
            Paragraph($"{Number(report.DuplicateCount)} of {Count(report.TestTextCount, "held-out text")} ({Percent(report.Fraction)}) "
                + $"have a near-duplicate among the training texts, {Number(report.ExactDuplicateCount)} of them with the same words. "
                + $"They may make the figures too good: {Without(duplicates)}"),
            duplicates.OtherLabels > 0 ? Paragraph(Differing(duplicates.OtherLabels)) : null,
            PageTable.Of("Examples of near-duplicates", ["Held-out text", "Training text", "#Similarity"], duplicates.Examples.Select(Row)),
            duplicates.Examples.Length < report.DuplicateCount ? Quiet(Part(duplicates.Examples.Length)) : null);
    }

    private static string Differing(int pairs) =>
        $"In {Count(pairs, "pair")} the labels differ: nearly the same words mean something else, or one of the labels is wrong.";

    private static string Part(int shown) => $"{shown} of them, those with different labels and the least similar first.";

    private static string Without(DuplicateData duplicates) => duplicates.AccuracyWithout is { } accuracy
        ? $"without them, the accuracy is {Percent(accuracy)}."
        : "all held-out texts have one.";

    private static object[] Row(DuplicateExample example) =>
    [
        Cell(example.HeldOut, "quiet"),
        Cell(example.Training, example.LabelsAgree ? "quiet" : "differs"),
        example.IsExact ? "same words" : Percent(example.Similarity),
    ];

    private static object[] Cell(LabeledText text, string classOfLabels) =>
        [WholeText(CleanText.Beginning(text.Text, MostCharacters)), Element("div", Class(classOfLabels), Labels(text.Labels))];
}
