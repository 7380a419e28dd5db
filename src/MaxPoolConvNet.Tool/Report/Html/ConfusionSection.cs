using System.Xml.Linq;
using MaxPoolConvNet.Tool.Report.Data;
using MaxPoolConvNet.Tool.Report.Plots;
using static MaxPoolConvNet.Tool.Report.Html.PageMarkup;

namespace MaxPoolConvNet.Tool.Report.Html;

/// <summary>The confusion matrix; with several labels per text, the errors of each label.</summary>
internal static class ConfusionSection
{
    private const string Id = "confusion";
    private const string Title = "Confusion matrix";
    private const string TitleOfSeveral = "Errors of each label";

    public static Section Of(ReportData data) => data.HeldOut switch
    {
        null => Section.WithoutHeldOut(Id, data.SeveralLabels ? TitleOfSeveral : Title),
        { Confused: { } confused } => new Section(Id, Title, Matrix(confused), Most(confused)),
        { Errors: var errors } => OfSeveral(errors),
    };

    private static object?[] Matrix(ConfusedLabels confused)
    {
        if (confused.Shown.IsEmpty) return [];
        XElement plot = ConfusionPlot.Of(confused, out double width);
        double leastWidth = Math.Min(width, (24 * confused.Shown.Length) + 90);
        plot.SetAttributeValue("style", FormattableString.Invariant($"max-width:{width * 1.3:0}px;min-width:{leastWidth:0}px"));
        string part = confused.IsPart
            ? $" Shown: {confused.Shown.Length} of {confused.Matrix.Labels.Length} labels, those of the most frequent confusions; "
                + "predictions of other labels are left out."
            : "";
        return
        [
            ScrollRegion(Title, plot),
            Quiet($"Numbers of held-out texts; the darker the cell, the larger the fraction of the label's texts.{part}"),
        ];
    }

    private static object?[] Most(ConfusedLabels confused)
    {
        if (confused.Most.IsEmpty) return [Paragraph("No held-out text was classified wrongly.")];
        string heading = confused.Pairs > confused.Most.Length ? $"The most frequent of {Number(confused.Pairs)} confusions" : "Confusions";
        return [Element("h3", heading), PageTable.Of("Confusions", ["Actual", "Predicted", "#Texts"], confused.Most.Select(Row))];
    }

    private static Section OfSeveral(IReadOnlyList<LabelErrors> errors)
    {
        LabelErrors[] shown = [.. errors.OrderByDescending(one => one.Missed + one.WronglyGiven).Take(ConfusedLabels.MostLabels)];
        return new Section(
            Id,
            TitleOfSeveral,
            Quiet("With several labels per text, there is no confusion matrix: "
                + "each label is predicted on its own, and may be missed or predicted wrongly."),
            Element("div", Class("bars"), LabelErrorsPlot.Of(shown)),
            Legend(LabelErrorsPlot.Parts.Select(part => new LegendEntry(part.Color, false, part.Name))),
            PageTable.Of(TitleOfSeveral, ["Label", "#Right", "#Missed", "#Wrongly predicted"], shown.Select(Row)),
            shown.Length < errors.Count ? Quiet($"The {shown.Length} of {errors.Count} labels with the most errors.") : null);
    }

    private static object[] Row(Confusion confusion) => [Label(confusion.Actual), Label(confusion.Predicted), Number(confusion.Count)];

    private static object[] Row(LabelErrors errors) =>
        [Label(errors.Label), Number(errors.Right), Number(errors.Missed), Number(errors.WronglyGiven)];
}
