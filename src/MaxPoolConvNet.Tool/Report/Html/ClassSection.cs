using System.Collections.Immutable;
using MaxPoolConvNet.Evaluation;
using static MaxPoolConvNet.Tool.Report.Html.PageMarkup;

namespace MaxPoolConvNet.Tool.Report.Html;

internal static class ClassSection
{
    private const string Id = "labels";
    private const string Title = "Each label";
    private const int MostRows = 300;

    public static Section Of(ReportData data)
    {
        if (data.HeldOut is not { } heldOut) return Section.WithoutHeldOut(Id, Title);
        ImmutableArray<ClassReport> classes = heldOut.Evaluation.Classes;
        IEnumerable<ClassReport> shown =
            classes.Length <= MostRows ? classes : classes.OrderByDescending(one => one.Support).Take(MostRows);
        return new Section(
            Id,
            Title,
            PageTable.Of(Title, ["Label", "#Precision", "#Recall", "#F1", "#Texts"],
            [
                .. shown.Select(Row),
                Average("macro average", heldOut.Evaluation.MacroAverage, classes),
                Average("micro average", heldOut.Evaluation.MicroAverage, classes),
            ]),
            classes.Length > MostRows
                ? Quiet($"The {MostRows} of {Number(classes.Length)} labels that are most frequent among the held-out texts.")
                : null,
            heldOut.Evaluation.UnseenLabels is { IsEmpty: false } unseen
                ? Quiet(
                    $"{Count(unseen.Length, "label")} not in the training texts, such as ",
                    Label(unseen[0]),
                    "; their texts count as wrong.")
                : null);
    }

    private static object[] Row(ClassReport label) =>
        [Label(label.Label), Figure(label.Precision), Figure(label.Recall), Figure(label.F1), Number(label.Support)];

    private static object[] Average(string name, AverageReport average, ImmutableArray<ClassReport> classes)
    {
        int support = classes.Sum(one => one.Support);
        return [Element("i", name), Figure(average.Precision), Figure(average.Recall), Figure(average.F1), Number(support)];
    }
}
