using System.Globalization;
using System.Xml.Linq;
using MaxPoolConvNet.Tool.Report.Data;
using MaxPoolConvNet.Tool.Report.Plots;
using static MaxPoolConvNet.Tool.Report.Html.PageMarkup;

namespace MaxPoolConvNet.Tool.Report.Html;

/// <summary>Which labels are taken for which; where a text may have several, which are missed and wrongly given.</summary>
internal static class ConfusionSection
{
    private const string Id = "confusion";
    private const string Title = "Confusion matrix";

    public static Section Of(ReportData data) => data.HeldOut switch
    {
        null => Section.WithoutHeldOut(Id, data.SeveralLabels ? "Errors of each label" : Title),
        { Confused: { } confused } => new Section(Id, Title, Matrix(confused), Most(confused)),
        { Errors: var errors } => OfSeveral(errors),
    };

    private static object?[] Matrix(ConfusedLabels confused)
    {
        if (confused.Shown.IsEmpty) return [];
        XElement plot = ConfusionPlot.Of(confused, out double width);
        plot.SetAttributeValue("style", string.Create(CultureInfo.InvariantCulture, $"max-width:{width * 1.3:0}px;min-width:{Math.Min(width, 24 * confused.Shown.Length + 90):0}px"));
        string part = confused.IsPart
            ? $" These are {confused.Shown.Length} of {confused.Matrix.Labels.Length} labels, those of the most frequent confusions; texts that were taken for another label than these aren't in it."
            : "";
        return
        [
            Element("div", Class("scroll"), new XAttribute("role", "region"), new XAttribute("aria-label", Title), new XAttribute("tabindex", "0"), plot),
            Quiet($"Numbers of held-out texts; the deeper the ground, the larger their part of the label's texts.{part}"),
        ];
    }

    private static object?[] Most(ConfusedLabels confused)
    {
        if (confused.Most.IsEmpty) return [Paragraph("No held-out text was taken for another label.")];
        return
        [
            Element("h3", confused.Pairs > confused.Most.Length ? $"The most frequent of {Number(confused.Pairs)} confusions" : "Confusions"),
            PageTable.Of("Confusions", ["Actual", "Recognized as", "#Texts"], confused.Most.Select(one => new object[] { Label(one.Actual), Label(one.Predicted), Number(one.Count) })),
        ];
    }

    private static Section OfSeveral(IReadOnlyList<LabelErrors> errors)
    {
        LabelErrors[] shown = [.. errors.OrderByDescending(one => one.Missed + one.WronglyGiven).Take(ConfusedLabels.MostLabels)];
        return new Section(
            Id,
            "Errors of each label",
            Quiet("Where a text may have several labels, none of them is taken for another, and there is no confusion matrix; but a label may be missed, or given wrongly."),
            Element("div", Class("bars"), LabelErrorsPlot.Of(shown)),
            Legend(LabelErrorsPlot.Parts.Select(part => (part.Color, false, new object[] { part.Name }))),
            PageTable.Of("Errors of each label", ["Label", "#Right", "#Missed", "#Wrongly given"], shown.Select(one => new object[] { Label(one.Label), Number(one.Right), Number(one.Missed), Number(one.WronglyGiven) })),
            shown.Length < errors.Count ? Quiet($"The {shown.Length} of {errors.Count} labels with the most errors.") : null);
    }
}
