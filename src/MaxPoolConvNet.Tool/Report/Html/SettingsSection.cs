using System.Xml.Linq;
using MaxPoolConvNet.Training;
using static MaxPoolConvNet.Tool.Report.Html.PageMarkup;

namespace MaxPoolConvNet.Tool.Report.Html;

internal static class SettingsSection
{
    public static Section Of(ReportData data) => new(
        "settings",
        "Settings, times and versions",
        data.Settings.IsEmpty
            ? Missing("Settings: the classifier's file has none.")
            : PageTable.Of("Settings", ["Setting", "Value"], data.Settings.Select(Row)),
        Element("h3", "Times"),
        data.Training is { } training ? Times(training) : Missing("Not there: the classifier comes from a file, which doesn't keep them."),
        Element("h3", "Versions"),
        PageTable.Of("Versions", ["Program", "Version"], data.Versions.Select(Row)));

    private static XElement Times(TrainingResult training) => PageTable.Of("Times", ["What", "#Figure"],
    [
        ["training, s", Seconds(training.TrainingTime)],
        ["an epoch, s", Seconds(training.TrainingTime / Math.Max(training.Epochs.Length, 1))],
        ["words trained on, in all epochs and networks", Number(training.TrainedWordCount)],
        ["words a second", Time(Number((long)training.WordsPerSecond))],
    ]);

    private static object[] Row((string Name, string Value) entry) =>
        [Element("bdi", entry.Name), Element("bdi", Class("label"), entry.Value)];

    private static XElement Seconds(TimeSpan time) => Time(FormattableString.Invariant($"{time.TotalSeconds:0.000}"));

    private static XElement Time(string figure) => Element("span", Class("time"), figure);
}
