using System.Collections.Immutable;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Tool.Report.Plots;
using static MaxPoolConvNet.Tool.Report.Html.PageMarkup;

namespace MaxPoolConvNet.Tool.Report.Html;

internal static class CalibrationSection
{
    private const string Id = "calibration";
    private const string Title = "Reliability";

    public static Section Of(ReportData data)
    {
        if (data.HeldOut is not { } heldOut) return Section.WithoutHeldOut(Id, Title);
        ImmutableArray<CalibrationBin> bins = heldOut.Evaluation.Calibration;
        string counted = data.SeveralLabels ? "decisions" : "texts";
        string what = data.SeveralLabels
            ? "There is one decision per label and text: whether the label applies."
            : "The probability is that of the predicted label of each held-out text.";
        return new Section(
            Id,
            Title,
            SideBySide(ReliabilityPlot.OfAccuracy(bins), ReliabilityPlot.OfTexts(bins, counted)),
            Quiet("On the dashed line, predictions are correct as often as their probability says; "
                + "below it the classifier is overconfident, above it underconfident. "
                + $"The expected calibration error, {Figure(heldOut.Evaluation.ExpectedCalibrationError)}, "
                + $"is the mean distance from the line. {what}"),
            Element("details", Element("summary", "Values"), PageTable.Of(
                Title,
                [
                    "#Probability from",
                    "#To",
                    $"#{char.ToUpperInvariant(counted[0])}{counted[1..]}",
                    "#Mean probability",
                    "#Fraction correct",
                ],
                bins.Select(Row))));
    }

    private static object[] Row(CalibrationBin bin) =>
        [Figure(bin.Lower), Figure(bin.Upper), Number(bin.TextCount), Figure(bin.MeanProbability), Figure(bin.Accuracy)];
}
