using System.Xml.Linq;
using MaxPoolConvNet.Tool.Report.Data;
using MaxPoolConvNet.Tool.Report.Plots;
using static MaxPoolConvNet.Tool.Report.Html.PageMarkup;

namespace MaxPoolConvNet.Tool.Report.Html;

internal static class PrecisionRecallSection
{
    private const string Id = "precision-recall";
    private const string Title = "Precision and recall";

    public static Section Of(ReportData data)
    {
        if (data.HeldOut is not { } heldOut) return Section.WithoutHeldOut(Id, Title);
        if (heldOut.Curves.IsEmpty) return new Section(Id, Title, Missing("Not available: no held-out text has a label."));
        string part = heldOut.Curves.Length < data.Labels.Length
            ? $"The {heldOut.Curves.Length} of {data.Labels.Length} labels that are most frequent among the held-out texts. "
            : "";
        string area = heldOut.Evaluation.AreaUnderRocCurve is { } roc ? $" The area under the ROC curve is {Figure(roc)}." : "";
        return new Section(
            Id,
            Title,
            Element("div", Class("curves"), PrecisionRecallPlot.Of(heldOut.Curves), Legend(heldOut.Curves.Select(Entry))),
            Quiet($"{part}Precision and recall when a label is assigned to all texts with at least a given probability. "
                + $"The legend shows the average precision.{area}"));
    }

    private static LegendEntry Entry(PrecisionRecallCurve curve, int number)
    {
        (OxyPlot.OxyColor color, bool isDashed) = PlotColors.OfLine(number);
        XElement support = Element("span", Class("quiet"), $" {Count(curve.Support, "text")}");
        return new LegendEntry(color, isDashed, Label(curve.Label), " ", Element("b", Figure(curve.AveragePrecision)), support);
    }
}
