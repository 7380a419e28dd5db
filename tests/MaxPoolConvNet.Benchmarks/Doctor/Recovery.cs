using MaxPoolConvNet.Benchmarks.Trust;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Doctor;

/// <summary>Flips 20 % of the training labels, removes as many of the most suspicious texts, and tests on clean texts.</summary>
internal static class Recovery
{
    private static readonly string[] _sets = ["banking77", "mr"];

    public static void Run(DoctorSettings settings)
    {
        Markdown.Line($"accuracy on clean test texts in %, 20 % of the training labels flipped, mean of {settings.Seeds.Length} seeds");
        Markdown.Line();
        Markdown.Head(["set", "clean", "flipped", "as many removed", "share of the loss that came back"]);
        foreach (TrustSet set in settings.Chosen(_sets).Select(name => TrustSet.Named([name])[0]))
        {
            List<double> clean = [], flipped = [], removed = [];
            foreach (int seed in settings.Seeds)
            {
                TextSplit split = set.Split(settings.Folder, seed);
                PlantedFlips planted = PlantedFlips.In(split.Training, 0.2, seed);
                LabelAuditReport report = LabelAudit.Run(planted.Texts);
                HashSet<int> suspects = [.. DoctorSet.MostSuspicious(report, planted.Flipped.Count)];
                clean.Add(Accuracy(split.Training, split.HeldOut));
                flipped.Add(Accuracy(planted.Texts, split.HeldOut));
                removed.Add(Accuracy([.. planted.Texts.Where((_, t) => !suspects.Contains(t))], split.HeldOut));
            }

            (double full, double lost, double back) = (clean.Average(), flipped.Average(), removed.Average());
            Markdown.Row([
                set.Name, DoctorSet.Percent(full), DoctorSet.Percent(lost), DoctorSet.Percent(back), DoctorSet.Percent((back - lost) / (full - lost))]);
        }
    }

    private static double Accuracy(IReadOnlyList<LabeledText> training, IReadOnlyList<LabeledText> test) =>
        TextClassifier.Train(training).Evaluate(test).Accuracy;
}
