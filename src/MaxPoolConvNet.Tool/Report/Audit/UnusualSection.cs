using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Report.Html;
using MaxPoolConvNet.Tool.Terminal;
using static MaxPoolConvNet.Tool.Report.Html.PageMarkup;

namespace MaxPoolConvNet.Tool.Report.Audit;

internal static class UnusualSection
{
    private const int MostShown = 100;
    private const int MostCharacters = 300;

    public static Section Of(LabelAuditReport report, IReadOnlyList<LabeledText> texts)
    {
        const string Title = "Unusual texts";
        if (report.UnusualTexts.IsEmpty) return new Section("unusual", Title, Paragraph("None."));
        int found = report.UnusualTexts.Length;
        return new Section(
            "unusual",
            Title,
            found > MostShown ? Quiet($"The first {MostShown} of {Number(found)}.") : null,
            PageTable.Of(Title, ["#Number", "Kind", "Text"], report.UnusualTexts.Take(MostShown).Select(unusual => new object[]
            {
                Number(unusual.Index + 1),
                Name(unusual.Kind),
                WholeText(CleanText.Beginning(texts[unusual.Index].Text, MostCharacters)),
            })));
    }

    private static string Name(UnusualKind kind) => kind switch
    {
        UnusualKind.NoKnownWord => "no known word",
        UnusualKind.OtherScript => "another script",
        UnusualKind.OtherLanguage => "probably another language",
        UnusualKind.TooLong => "far too long",
        _ => "far too short",
    };
}
