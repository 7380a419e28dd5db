using System.Xml.Linq;
using MaxPoolConvNet.Tool.Report.Data;
using static MaxPoolConvNet.Tool.Report.Html.PageMarkup;

namespace MaxPoolConvNet.Tool.Report.Html;

internal static class RanksSection
{
    private const string Meaning =
        "Time in exchange includes waiting for ranks that aren't as far. Efficiency is the fraction of the time that isn't spent in "
        + "exchange. Estimated memory is what training adds to the texts; peak memory is that of the whole process.";

    /// <summary>The section; null for a training by one process.</summary>
    public static Section? Of(ReportData data) => data.Ranks.IsEmpty ? null : new Section(
        "ranks",
        "Ranks",
        PageTable.Of(
            "Ranks",
            ["#Rank", "#Estimated MB", "#Peak MB", "#MB sent", "#MB received", "#Exchange, s", "#Of, s", "#Efficiency"],
            data.Ranks.Select(rank => (object[])
                [Number(rank.Rank), Megabytes(rank.EstimatedMemory), Time(Megabytes(rank.PeakMemory)), .. Cells(rank.Whole)])),
        Quiet(Meaning),
        Element("details", Element("summary", "Epochs"), Epochs(data)));

    private static XElement Epochs(ReportData data) => PageTable.Of(
        "Epochs",
        ["#Epoch", "#Rank", "#MB sent", "#MB received", "#Exchange, s", "#Of, s", "#Efficiency"],
        data.Ranks.SelectMany(rank => rank.Epochs.Select((figures, e) => (Epoch: e + 1, rank.Rank, Figures: figures)))
            .Where(row => row.Figures is not null).OrderBy(row => row.Epoch)
            .Select(row => (object[])[Number(row.Epoch), Number(row.Rank), .. Cells(row.Figures!)]));

    private static object[] Cells(ExchangeFigures figures) =>
    [
        Megabytes(figures.SentBytes), Megabytes(figures.ReceivedBytes), Time(Seconds(figures.ExchangeTime)), Time(Seconds(figures.Elapsed)),
        Time(Percent(figures.Efficiency)),
    ];

    private static string Megabytes(long bytes) => FormattableString.Invariant($"{bytes / 1e6:N2}");

    private static string Seconds(TimeSpan time) => FormattableString.Invariant($"{time.TotalSeconds:0.000}");

    private static XElement Time(string figure) => Element("span", Class("time"), figure);
}
