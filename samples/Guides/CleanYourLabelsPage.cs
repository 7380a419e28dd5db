using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace Guides;

/// <summary>The code of clean-your-labels.md.</summary>
internal static class CleanYourLabelsPage
{
    public static Task RunAsync()
    {
        (LabeledTexts texts, LabelAuditReport report) = Audit();
        LookAtSuspects(texts, report);
        LookAtTheRest(texts, report);
        Correct(texts, report);
        return Task.CompletedTask;
    }

    private static (LabeledTexts Texts, LabelAuditReport Report) Audit()
    {
        // begin
        LabeledTexts texts = LabeledTextFile.Read("collected.csv");
        LabelAuditReport report = LabelAudit.Run(texts);
        Console.WriteLine(report);
        // end
        return (texts, report);
    }

    private static void LookAtSuspects(LabeledTexts texts, LabelAuditReport report)
    {
        // begin
        foreach (LabelSuspect suspect in report.Suspects.Take(3))
        {
            Console.WriteLine($"{suspect}: {suspect.Text}");
            Console.WriteLine($"  {suspect.Evidence}");
            foreach (SimilarText similar in suspect.Evidence.SimilarTexts.Take(2))
                Console.WriteLine($"  similar, {texts[similar.Index].Label}: {texts[similar.Index].Text}");
        }
        // end
    }

    private static void LookAtTheRest(LabeledTexts texts, LabelAuditReport report)
    {
        // begin
        foreach (ConflictingDuplicate same in report.ConflictingDuplicates)
            Console.WriteLine($"two labels: {texts[same.Indices[0]].Text}");
        foreach (DuplicatePair pair in report.NearDuplicates.Take(3))
            Console.WriteLine(pair);
        foreach (UnusualText unusual in report.UnusualTexts)
            Console.WriteLine($"{unusual.Kind}: {texts[unusual.Index].Text}");
        foreach (LabelLeak leak in report.Leaks)
            Console.WriteLine(leak);
        // end
    }

    private static void Correct(LabeledTexts texts, LabelAuditReport report)
    {
        // begin
        HashSet<int> doubtful = [.. report.Suspects.Select(suspect => suspect.Index)];
        LabeledText[] cleaner = [.. texts.Where((_, index) => !doubtful.Contains(index))];
        Console.WriteLine($"{cleaner.Length} of {texts.Count} texts left");
        // end
    }
}
