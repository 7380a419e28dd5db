using System.Diagnostics;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Doctor;

/// <summary>Audits 100,000 texts of 100 labels with words drawn by Zipf's law, some of them more frequent under a label.</summary>
internal static class LargeAudit
{
    private const int Texts = 100_000;
    private const int Labels = 100;
    private const int Words = 20;
    private const int Vocabulary = 50_000;
    private const int WordsPerLabel = 40;

    public static void Run(DoctorSettings settings)
    {
        LabeledText[] texts = Generate(settings.Seeds[0]);
        long start = Stopwatch.GetTimestamp();
        LabelAuditReport report = LabelAudit.Run(texts);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        using var process = Process.GetCurrentProcess();
        Markdown.Line($"{Texts} texts of {Words} words, {Labels} labels: {seconds:F0} s, peak working set {process.PeakWorkingSet64 / 1e6:F0} MB");
        Markdown.Line();
        Console.WriteLine(report);
    }

    private static LabeledText[] Generate(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Texts).Select(t =>
        {
            int label = t % Labels;
            IEnumerable<string> words = Enumerable.Range(0, Words).Select(_ => random.Next(5) == 0
                ? $"w{Vocabulary / 10 + label * WordsPerLabel + random.Next(WordsPerLabel)}x"
                : $"w{(int)Math.Exp(random.NextDouble() * Math.Log(Vocabulary))}x");
            return new LabeledText($"label {label:D2}", string.Join(' ', words));
        })];
    }
}
