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
            ? "A decision is whether a label applies to a text, one for each label and text."
            : "Of each held-out text, it is the probability of the predicted label.";
        return new Section(
            Id,
            Title,
            SideBySide(ReliabilityPlot.OfAccuracy(bins), ReliabilityPlot.OfTexts(bins, counted)),
            Quiet("On the dashed line a prediction is right as often as its probability says; "
                + "below it the classifier is too sure of itself, above it not sure enough. "
                + $"The expected calibration error, {Figure(heldOut.Evaluation.ExpectedCalibrationError)}, is the mean distance from it. "
                + what),
            Element("details", Element("summary", "The figures"), PageTable.Of(
                Title,
                ["#Probability above", "#Up to", $"#{char.ToUpperInvariant(counted[0])}{counted[1..]}", "#Mean probability", "#Right"],
                bins.Select(Row))));
    }

    private static object[] Row(CalibrationBin bin) =>
        [Figure(bin.Lower), Figure(bin.Upper), Number(bin.TextCount), Figure(bin.MeanProbability), Figure(bin.Accuracy)];
}
