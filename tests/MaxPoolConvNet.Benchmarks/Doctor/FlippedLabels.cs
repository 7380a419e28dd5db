using System.Diagnostics;
using MaxPoolConvNet.Benchmarks.Trust;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Doctor;

/// <summary>Flips 5 % of the labels at random, and looks for them among the 10 % most suspicious texts.</summary>
internal static class FlippedLabels
{
    private static readonly string[] _sets = ["banking77", "sms-spam", "mr"];

    public static void Run(DoctorSettings settings)
    {
        Markdown.Line($"5 % of the labels flipped, in %, mean of {settings.Seeds.Length} seeds (lowest to highest)");
        Markdown.Line();
        Markdown.Head(["set", "flips among the 10 % most suspicious", "flagged texts", "flips among them", "out-of-fold accuracy", "seconds"]);
        foreach (TrustSet set in settings.Chosen(_sets).Select(name => TrustSet.Named([name])[0]))
        {
            LabeledText[] texts = [.. DoctorSet.Training(set, settings.Folder)];
            List<double> found = [], flagged = [], hits = [], accuracy = [], seconds = [];
            foreach (int seed in settings.Seeds)
            {
                PlantedFlips planted = PlantedFlips.In(texts, 0.05, seed);
                long start = Stopwatch.GetTimestamp();
                LabelAuditReport report = LabelAudit.Run(planted.Texts);
                seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
                found.Add(DoctorSet.MostSuspicious(report, texts.Length / 10).Count(planted.Flipped.Contains) / (double)planted.Flipped.Count);
                flagged.Add(report.FlaggedCount / (double)texts.Length);
                hits.Add(report.Suspects.Count(suspect => planted.Flipped.Contains(suspect.Index)) / (double)planted.Flipped.Count);
                accuracy.Add(report.Accuracy);
            }

            Markdown.Row([
                set.Name, $"{DoctorSet.Percent(found.Average())} ({DoctorSet.Percent(found.Min())} to {DoctorSet.Percent(found.Max())})",
                DoctorSet.Percent(flagged.Average()), DoctorSet.Percent(hits.Average()), DoctorSet.Percent(accuracy.Average()),
                Markdown.Number(seconds.Average())]);
        }
    }
}
