using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Report.Html;
using static MaxPoolConvNet.Tool.Report.Html.PageMarkup;

namespace MaxPoolConvNet.Tool.Report.Audit;

/// <summary>Writes an audit of labels as one HTML file.</summary>
internal static class AuditPage
{
    /// <summary>Writes the page to a file; an existing file is overwritten.</summary>
    /// <param name="path">The file.</param>
    /// <param name="dataFile">The name of the file of the texts.</param>
    /// <param name="texts">The audited texts.</param>
    /// <param name="report">What was found.</param>
    /// <param name="others">The other texts; null for none.</param>
    /// <param name="between">Their near-duplicates among the texts; null for none.</param>
    /// <exception cref="IOException">The file can't be written.</exception>
    public static void Save(
        string path,
        string dataFile,
        IReadOnlyList<LabeledText> texts,
        LabelAuditReport report,
        IReadOnlyList<LabeledText>? others,
        NearDuplicateReport? between)
    {
        Section?[] sections =
        [
            SuspectsSection.Of(report, texts),
            DuplicateSections.Conflicts(report, texts),
            DuplicateSections.Within(report, texts),
            DuplicateSections.Between(texts, others, between),
            LabelSections.Pairs(report),
            LabelSections.Rare(report),
            UnusualSection.Of(report, texts),
            LabelSections.Leaks(report),
        ];
        string summary = $"{Count(report.TextCount, "text")}, {Count(report.Labels.Length, "label")}. "
            + $"Other texts agree with {Percent(report.Accuracy)} of the labels. All findings are reasons to look, not proofs.";
        string title = $"Labels of {dataFile}";
        OutputFile.Write(path, stream => SectionedPage.Write(title, summary, figures: null, [.. sections.OfType<Section>()], stream));
    }
}
