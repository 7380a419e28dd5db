using System.Xml.Linq;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Report.Html;
using MaxPoolConvNet.Tool.Terminal;
using static MaxPoolConvNet.Tool.Report.Html.PageMarkup;

namespace MaxPoolConvNet.Tool.Report.Audit;

internal static class DuplicateSections
{
    private const int MostShown = 100;
    private const int MostCharacters = 300;

    public static Section Conflicts(LabelAuditReport report, IReadOnlyList<LabeledText> texts)
    {
        const string Title = "Same text, different labels";
        if (report.ConflictingDuplicates.IsEmpty) return new Section("conflicts", Title, Paragraph("None."));
        return new Section(
            "conflicts",
            Title,
            Part(report.ConflictingDuplicates.Length),
            PageTable.Of(Title, ["Text", "Labels"], report.ConflictingDuplicates.Take(MostShown).Select(same => new object[]
            {
                Text(texts[same.Indices[0]]),
                same.Indices.Select(index => Element("div", $"text {Number(index + 1)}: ", Labels(texts[index].Labels))),
            })));
    }

    public static Section Within(LabelAuditReport report, IReadOnlyList<LabeledText> texts)
    {
        const string Title = "Near-duplicates";
        if (report.NearDuplicates.IsEmpty) return new Section("duplicates", Title, Paragraph("None."));
        return new Section(
            "duplicates",
            Title,
            Part(report.NearDuplicates.Length),
            PageTable.Of(Title, ["Text", "Earlier text", "#Similarity"], report.NearDuplicates.Take(MostShown).Select(pair => new object[]
            {
                Cell(pair.Index, texts),
                Cell(pair.EarlierIndex, texts),
                pair.IsExact ? "same words" : Percent(pair.Similarity),
            })));
    }

    public static Section? Between(IReadOnlyList<LabeledText> texts, IReadOnlyList<LabeledText>? others, NearDuplicateReport? found)
    {
        const string Title = "Near-duplicates of the other file";
        if (others is null || found is null) return null;
        if (found.DuplicateCount == 0) return new Section("other-duplicates", Title, Paragraph("None."));
        return new Section(
            "other-duplicates",
            Title,
            Paragraph($"{found}"),
            Part(found.DuplicateCount),
            PageTable.Of(Title, ["Other text", "Text", "#Similarity"], found.Pairs.Take(MostShown).Select(pair => new object[]
            {
                Cell(pair.TestIndex, others),
                Cell(pair.TrainingIndex, texts),
                pair.IsExact ? "same words" : Percent(pair.Similarity),
            })));
    }

    private static XElement? Part(int found) => found > MostShown ? Quiet($"The first {MostShown} of {Number(found)}.") : null;

    private static XElement Text(LabeledText text) => WholeText(CleanText.Beginning(text.Text, MostCharacters));

    private static object[] Cell(int index, IReadOnlyList<LabeledText> texts) =>
        [Text(texts[index]), Element("div", Class("quiet"), $"text {Number(index + 1)}: ", Labels(texts[index].Labels))];
}
