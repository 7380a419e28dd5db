using System.Collections.Immutable;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Tool.Report.Plots;
using static MaxPoolConvNet.Tool.Report.Html.PageMarkup;

namespace MaxPoolConvNet.Tool.Report.Html;

internal static class CoverageSection
{
    private const string Id = "coverage";
    private const string Title = "Error by coverage";

    public static Section Of(ReportData data)
    {
        if (data.HeldOut is not { } heldOut) return Section.WithoutHeldOut(Id, Title);
        EvaluationReport evaluation = heldOut.Evaluation;
        if (evaluation.RiskCoverage.IsEmpty) return new Section(Id, Title, Missing("Not available: no label was predicted."));
        string what = data.SeveralLabels ? "labels with a probability of 0.5 or more" : "texts";
        return new Section(
            Id,
            Title,
            CoveragePlot.Of(evaluation.RiskCoverage, evaluation.Promises),
            Quiet("How often predictions are wrong if only the most probable ones are accepted and the others are left to a person. "
                + $"Coverage is the fraction of the {what} that is accepted. "
                + $"The area under the curve is {Figure(evaluation.AreaUnderRiskCoverageCurve)}; the smaller, the better."),
            Promises(evaluation.Promises),
            Element("details", Element("summary", "Values"), PageTable.Of(
                Title,
                ["#Probability from", "#Coverage", "#Error rate"],
                evaluation.RiskCoverage.Select(point =>
                    (object[])[Figure(point.MinimumProbability), Figure(point.Coverage), Figure(point.ErrorRate)]))));
    }

    private static object[] Promises(ImmutableArray<PromiseReport> promises) => promises.IsEmpty
        ? [Quiet("The classifier promises no error rate; train with --acceptance to get promises.")]
        :
        [
            Quiet("Marked: the error rates that the classifier promises with 95 % confidence, each if chosen beforehand. "
                + "On few texts, a rate can be exceeded by chance though its promise holds."),
            PageTable.Of(
                "Promised error rates",
                ["#Promised error rate", "#Accepted", "#Coverage", "#Wrong", "#Error rate"],
                promises.Select(one => (object[])
                [
                    Percent(one.MaximumErrorRate),
                    Number(one.AcceptedCount),
                    Figure(one.Coverage),
                    Number(one.WrongCount),
                    Figure(one.ErrorRate),
                ])),
        ];
}
