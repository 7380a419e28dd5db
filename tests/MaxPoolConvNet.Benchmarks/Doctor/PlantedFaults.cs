using MaxPoolConvNet.Benchmarks.Trust;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Doctor;

/// <summary>Plants duplicates, a leak and French texts in MR, and counts what is found.</summary>
internal static class PlantedFaults
{
    private const int Duplicates = 200;
    private const int French = 50;
    private const double LeakShare = 0.1;

    public static void Run(DoctorSettings settings)
    {
        Markdown.Line($"planted in MR: {Duplicates} duplicates, {French} French texts, \"id 17\" in {LeakShare:P0} of one label's texts");
        Markdown.Line();
        Markdown.Head(["seed", "duplicates found", "other duplicates", "French texts found", "others in another language", "leaks"]);
        LabeledText[] texts = [.. DoctorSet.Training(TrustSet.Named(["mr"])[0], settings.Folder)];
        foreach (int seed in settings.Seeds)
        {
            var random = new Random(seed);
            LabeledText[] faulty = [.. texts];
            int[] order = [.. Enumerable.Range(0, texts.Length)];
            random.Shuffle(order);
            int leaks = (int)(LeakShare * texts.Count(text => text.Label == texts[0].Label));
            foreach (int text in order.Where(text => texts[text].Label == texts[0].Label).Take(leaks))
                faulty[text] = faulty[text] with { Text = $"{faulty[text].Text} id 17" };
            LabeledText[] copies =
            [
                .. order.Where(text => faulty[text].Text.Split(' ').Length >= 12).Take(Duplicates)
                    .Select((text, n) => faulty[text] with { Text = Copy(faulty[text].Text, n % 4, random) }),
            ];
            LabeledText[] french = [.. FrenchTexts.Compose(French, seed).Select((text, n) => new LabeledText(texts[order[n]].Label, text))];
            LabelAuditReport report = LabelAudit.Run([.. faulty, .. copies, .. french], new LabelAuditOptions { Seed = (ulong)seed });
            int copied = report.NearDuplicates.Count(pair => pair.Index >= texts.Length && pair.Index < texts.Length + copies.Length);
            int[] foreign = [.. report.UnusualTexts.Where(text => text.Kind == UnusualKind.OtherLanguage).Select(text => text.Index)];
            int found = foreign.Count(text => text >= texts.Length + copies.Length);
            Markdown.Row([
                $"{seed}", $"{copied}", $"{report.NearDuplicates.Length - copied}", $"{found}", $"{foreign.Length - found}",
                string.Join("; ", report.Leaks)]);
        }
    }

    /// <summary>The same words, the same in capitals and without spaces before punctuation, with a word added at the end, or with one
    /// replaced near the end.</summary>
    private static string Copy(string text, int kind, Random random)
    {
        string[] words = text.Split(' ');
        switch (kind)
        {
            case 0: return text;
            case 1: return text.ToUpperInvariant().Replace(" ,", ",", StringComparison.Ordinal);
            case 2: return $"{text} really";
            default:
                words[^(1 + random.Next(2))] = "actually";
                return string.Join(' ', words);
        }
    }
}
