using System.Collections.Immutable;
using MaxPoolConvNet;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace Guides;

/// <summary>The code of several-labels.md.</summary>
internal static class SeveralLabelsPage
{
    public static Task RunAsync()
    {
        TextClassifier tagger = TrainTagger();
        (TextSplit split, TextClassifier measured) = Measure();
        MakeInCode();
        AskForSeveral(split);
        PredictTop(tagger);
        SetThresholds(tagger);
        ChooseThresholds(split, measured);
        return Task.CompletedTask;
    }

    private static TextClassifier TrainTagger()
    {
        // begin
        var form = new LabeledTextFileOptions { Format = LabeledTextFormat.FastText, AllowUnlabeled = true };
        LabeledTexts tickets = LabeledTextFile.Read("tickets.txt", form);   // __label__billing __label__damage I was …

        TextClassifier tagger = TextClassifier.Train(tickets);
        foreach (LabelProbability label in tagger.Score("I was charged twice for a mirror with a crack in it.").Above())
            Console.WriteLine($"{label.Label} ({label.Probability:P0})");
        // end
        return tagger;
    }

    private static (TextSplit Split, TextClassifier Classifier) Measure()
    {
        var form = new LabeledTextFileOptions { Format = LabeledTextFormat.FastText, AllowUnlabeled = true };
        LabeledTexts tickets = LabeledTextFile.Read("tickets.txt", form);

        // begin
        TextSplit split = StratifiedSplit.HoldOut(tickets, fraction: 0.25, seed: 1);
        TextClassifier measured = TextClassifier.Train(split.Training);
        EvaluationReport report = measured.Evaluate(split.HeldOut);
        Console.WriteLine($"all labels of a text right: {report.Accuracy:P1}; micro F1 {report.MicroAverage.F1:F3}, macro F1 {report.MacroAverage.F1:F3}");
        foreach (ClassReport label in report.Classes)
            Console.WriteLine($"{label.Label}: precision {label.Precision:F2}, recall {label.Recall:F2}, {label.Support} texts");
        // end
        return (split, measured);
    }

    private static void MakeInCode()
    {
        // begin
        LabeledText[] made =
        [
            new(["billing", "damage"], "I was charged twice, and the lamp is broken."),
            new("billing", "The invoice shows the wrong amount."),
            new([], "Do you have it in green?"),
        ];
        // end
        Console.WriteLine(made[0]);
    }

    private static void AskForSeveral(TextSplit split)
    {
        LabeledText[] oneLabelEach = [.. split.Training.Where(text => text.Labels.Length == 1)];

        // begin
        var options = new TrainingOptions { LabelsPerText = LabelsPerText.Several };
        TextClassifier several = TextClassifier.Train(oneLabelEach, options);
        // end
        Console.WriteLine($"of texts with one label each: {string.Join(", ", several.Labels)}");
    }

    private static void PredictTop(TextClassifier tagger)
    {
        // begin
        foreach (LabelProbability label in tagger.Score("Delivered at last, but out of the box it was broken.").Top(count: 2))
            Console.WriteLine($"{label.Label} ({label.Probability:P0})");
        // end
    }

    private static void SetThresholds(TextClassifier tagger)
    {
        // begin
        var thresholds = new Dictionary<string, double> { ["damage"] = 0.2, ["praise"] = 0.9 };
        ImmutableArray<LabelProbability> labels = tagger.Score("Delivered at last, but out of the box it was broken.").Above(thresholds, threshold: 0.5);
        // end
        Console.WriteLine($"with thresholds: {string.Join(", ", labels.Select(label => label.Label))}");
    }

    private static void ChooseThresholds(TextSplit split, TextClassifier measured)
    {
        // begin
        Dictionary<string, double> best = [];
        foreach (string label in measured.Labels)
        {
            (double Probability, bool Applies)[] texts = [.. split.HeldOut.Select(text => (measured.Score(text.Text)[label], text.Labels.Contains(label)))];
            IEnumerable<double> candidates = Enumerable.Range(1, 19).Select(step => step / 20.0).OrderBy(candidate => Math.Abs(candidate - 0.5));
            best[label] = candidates.MaxBy(threshold =>   // of equally good ones, the nearest to 0.5
            {
                int found = texts.Count(text => text.Probability >= threshold && text.Applies);
                int marked = texts.Count(text => text.Probability >= threshold);
                return 2.0 * found / (marked + texts.Count(text => text.Applies));   // F1
            });
        }
        // end
        Console.WriteLine(string.Join(", ", best.Select(pair => $"{pair.Key} from {pair.Value:F2} on")));
    }
}
