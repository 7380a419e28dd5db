using System.Diagnostics;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Doctor;

/// <summary>Audits the seven sets as they are, and lists what a person has to look at.</summary>
internal static class OwnFaults
{
    private const int MostShown = 30;

    public static void Run(DoctorSettings settings)
    {
        foreach ((string name, LabeledText[] texts) in DoctorSet.Seven(settings.Folder))
        {
            long start = Stopwatch.GetTimestamp();
            LabelAuditReport report = LabelAudit.Run(texts);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            Markdown.Line($"### {name}");
            Markdown.Line();
            Markdown.Line($"{elapsed.TotalSeconds:F1} s");
            Markdown.Line();
            Console.WriteLine(report);
            foreach (LabelLeak leak in report.Leaks)
                Markdown.Line($"- leak: {leak.ToString()}, coverage {leak.Coverage:P0}");
            foreach (ConfusablePair pair in report.ConfusablePairs.Take(10))
                Markdown.Line($"- pair: {pair.ToString()}");
            foreach (UnusualText unusual in report.UnusualTexts.Take(settings.Shown))
                Markdown.Line($"- {unusual.Kind}: {Beginning(texts[unusual.Index].Text)}");
            foreach (DuplicatePair pair in report.NearDuplicates.Where(pair => !pair.IsExact).OrderBy(pair => pair.Similarity).Take(settings.Shown / 3))
                Markdown.Line($"- near, {pair.Similarity:F2}: {Beginning(texts[pair.Index].Text)} / {Beginning(texts[pair.EarlierIndex].Text)}");
            foreach (LabelSuspect suspect in report.Suspects.Take(Math.Min(MostShown, settings.Shown)))
            {
                Markdown.Line($"- suspect {suspect.Suspicion:F4}, given {string.Join('+', suspect.GivenLabels)}, suggested {string.Join('+', suspect.SuggestedLabels)}: {Beginning(suspect.Text)}");
            }

            Markdown.Line();
        }
    }

    private static string Beginning(string text) => (text.Length > 200 ? text[..200] + "…" : text).ReplaceLineEndings(" ");
}
