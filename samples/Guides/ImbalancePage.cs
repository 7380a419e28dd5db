using MaxPoolConvNet;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace Guides;

/// <summary>The code of imbalance.md.</summary>
internal static class ImbalancePage
{
    public static Task RunAsync()
    {
        (TextSplit split, TextClassifier classifier) = LookAtTheRareLabel();
        WeighClasses(split);
        MoveTheThreshold(split, classifier);
        UseTheThreshold(classifier);
        return Task.CompletedTask;
    }

    private static (TextSplit Split, TextClassifier Classifier) LookAtTheRareLabel()
    {
        // begin
        TextSplit split = StratifiedSplit.HoldOut(LabeledTextFile.Read("messages.tsv"), fraction: 0.3, seed: 1);
        TextClassifier classifier = TextClassifier.Train(split.Training);
        EvaluationReport report = classifier.Evaluate(split.HeldOut);

        ClassReport complaints = report["complaint"];
        Console.WriteLine($"'other' for every text: {1 - ((double)complaints.Support / report.TextCount):P1} right; the classifier: {report.Accuracy:P1}");
        Console.WriteLine($"complaints: precision {complaints.Precision:P0}, recall {complaints.Recall:P0}, F1 {complaints.F1:P0}");
        Console.WriteLine($"area under the ROC curve {report.AreaUnderRocCurve:F3}");
        // end
        return (split, classifier);
    }

    private static void WeighClasses(TextSplit split)
    {
        // begin
        var weighted = new TrainingOptions { ClassWeights = new Dictionary<string, double> { ["complaint"] = 10 } };
        Console.WriteLine(TextClassifier.Train(split.Training, weighted).Evaluate(split.HeldOut));
        // end
    }

    private static void MoveTheThreshold(TextSplit split, TextClassifier classifier)
    {
        // begin
        (double Probability, bool IsComplaint)[] scored =
            [.. split.HeldOut.Select(text => (classifier.Score(text.Text)["complaint"], text.Label == "complaint"))];
        foreach (double threshold in new[] { 0.5, 0.2, 0.1, 0.05 })
        {
            int marked = scored.Count(text => text.Probability >= threshold);
            int found = scored.Count(text => text.Probability >= threshold && text.IsComplaint);
            Console.WriteLine($"from {threshold:F2} on: {marked} texts marked, {found} of {scored.Count(text => text.IsComplaint)} complaints among them");
        }
        // end
    }

    private static void UseTheThreshold(TextClassifier classifier)
    {
        // begin
        string message = "Terrible service: it broke, and nobody answers.";
        double probability = classifier.Score(message)["complaint"];
        Console.WriteLine(probability >= 0.2 ? "to the complaints desk" : "to the archive");
        // end
    }
}
