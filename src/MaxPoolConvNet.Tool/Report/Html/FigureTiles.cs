using System.Xml.Linq;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Training;
using static MaxPoolConvNet.Tool.Report.Html.PageMarkup;

namespace MaxPoolConvNet.Tool.Report.Html;

/// <summary>The main figures at the top of the page.</summary>
internal static class FigureTiles
{
    public static XElement Of(ReportData data) =>
        Element("dl", Class("figures"), Tested(data), Learned(data), Timed(data.Training));

    private static IEnumerable<XElement> Tested(ReportData data)
    {
        if (data.HeldOut is not { } heldOut) yield break;
        EvaluationReport evaluation = heldOut.Evaluation;
        string correct = $"{Number(evaluation.CorrectCount)} of {Count(evaluation.TextCount, "held-out text")}";
        yield return Tile(data.SeveralLabels ? "Exact matches" : "Accuracy", Percent(evaluation.Accuracy), correct);
        yield return Tile("Log-loss", Figure(evaluation.Loss), "nats per text");
        yield return Tile("Calibration error", Figure(evaluation.ExpectedCalibrationError), "expected, 15 bins");
        yield return Tile("Macro F1", Figure(evaluation.MacroAverage.F1), "mean over labels");
        if (data.SeveralLabels) yield return Tile("Micro F1", Figure(evaluation.MicroAverage.F1), "over all decisions");
    }

    private static IEnumerable<XElement> Learned(ReportData data)
    {
        if (data.TrainingTexts > 0) yield return Tile("Training texts", Number(data.TrainingTexts), "trained on");
        yield return Tile("Labels", Number(data.Labels.Length), data.SeveralLabels ? "any number per text" : "one per text");
        yield return Tile("Words", Number(data.KnownWords), "known");
    }

    private static IEnumerable<XElement> Timed(TrainingResult? training)
    {
        if (training is null) yield break;
        string seconds = FormattableString.Invariant($"{training.TrainingTime.TotalSeconds:0.00} s");
        yield return Tile("Training time", Element("span", Class("time"), seconds), Count(training.Epochs.Length, "epoch"));
        yield return Tile("Speed", Element("span", Class("time"), Number((long)training.WordsPerSecond)), "words per second");
    }

    private static XElement Tile(string name, object figure, string unit) =>
        Element("div", Element("dt", name), Element("dd", figure), Element("dd", Class("unit"), unit));
}
