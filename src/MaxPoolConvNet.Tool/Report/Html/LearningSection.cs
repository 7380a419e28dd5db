using System.Xml.Linq;
using MaxPoolConvNet.Tool.Report.Plots;
using MaxPoolConvNet.Training;
using static MaxPoolConvNet.Tool.Report.Html.PageMarkup;

namespace MaxPoolConvNet.Tool.Report.Html;

internal static class LearningSection
{
    private const string Id = "learning";
    private const string Title = "Learning curves";
    private const string NoTraining = "Not available: the classifier was loaded from a file, which doesn't store its training history.";

    public static Section Of(ReportData data)
    {
        if (data.Training is not { Epochs.Length: > 0 } training) return new Section(Id, Title, Missing(NoTraining));
        bool watched = training.Epochs.Any(epoch => epoch.HeldOutLoss is not null);
        return new Section(
            Id,
            Title,
            SideBySide(LearningCurvePlot.OfLoss(training.Epochs), LearningCurvePlot.OfAccuracy(training.Epochs)),
            watched ? Legend([Line(0, "training texts"), Line(1, "validation texts (early stopping)")]) : null,
            Quiet(Meaning(training, watched)),
            Element("details", Element("summary", "Values"), Figures(training)));
    }

    private static LegendEntry Line(int number, string name) => new(PlotColors.OfLine(number).Color, false, name);

    private static string Meaning(TrainingResult training, bool watched)
    {
        string learned = "Training texts are measured during training: each before its own step, with dropout.";
        string other = watched
            ? " Validation texts are measured after each epoch, without dropout; "
                + $"the classifier is that of epoch {training.BestEpoch}."
            : " There is no validation curve: training has validation texts only with --early-stopping, "
                + "and the held-out texts are tested once, at the end.";
        string stopped = training.StopReason == StopReason.Cancelled ? " Training was cancelled." : "";
        return learned + other + stopped;
    }

    private static XElement Figures(TrainingResult training) => PageTable.Of(
        Title,
        ["#Epoch", "#Loss", "#Accuracy", "#Validation loss", "#Validation accuracy"],
        training.Epochs.Select(epoch => new object[]
        {
            Number(epoch.Epoch), Figure(epoch.Loss), Figure(epoch.Accuracy), Figure(epoch.HeldOutLoss), Figure(epoch.HeldOutAccuracy),
        }));
}
