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
            ? Missing("Not available: the model file has no settings.")
            : PageTable.Of("Settings", ["Setting", "Value"], data.Settings.Select(Row)),
        Element("h3", "Times"),
        data.Training is { } training
            ? Times(training)
            : Missing("Not available: the classifier was loaded from a file, which doesn't store them."),
        Element("h3", "Versions"),
        PageTable.Of("Versions", ["Program", "Version"], data.Versions.Select(Row)));

    private static XElement Times(TrainingResult training) => PageTable.Of("Times", ["Measure", "#Value"],
    [
        ["training, seconds", Seconds(training.TrainingTime)],
        ["one epoch, seconds", Seconds(training.TrainingTime / Math.Max(training.Epochs.Length, 1))],
        ["words processed, in all epochs and networks", Number(training.TrainedWordCount)],
        ["words per second", Time(Number((long)training.WordsPerSecond))],
    ]);

    private static object[] Row((string Name, string Value) entry) =>
        [Element("bdi", entry.Name), Element("bdi", Class("label"), entry.Value)];

    private static XElement Seconds(TimeSpan time) => Time(FormattableString.Invariant($"{time.TotalSeconds:0.000}"));

    private static XElement Time(string figure) => Element("span", Class("time"), figure);
}
