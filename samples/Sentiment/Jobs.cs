using System.Globalization;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Samples.Sentiment;

/// <summary>The jobs: train and test once or with several seeds, or cross-validate.</summary>
internal static class Jobs
{
    /// <summary>A wider table or more examples wouldn't fit on a screen.</summary>
    private const int MostLabelsShown = 12;

    public static Figures TrainAndTest(TextSplit split, TrainingOptions options)
    {
        if (split.HeldOut.Count == 0) throw new ArgumentException("no label has two texts, so none can be held out for testing; pass more texts, or --test");
        using var cancellation = new Interruption();
        using var display = new ProgressDisplay();
        TrainingResult result = new Trainer(options).Train(split.Training, display, cancellation.Token);
        display.Clear();
        if (result.StopReason == StopReason.Cancelled) Print($"stopped; the classifier was trained for {result.BestEpoch} complete epochs");

        EvaluationReport evaluation = result.Classifier.Evaluate(split.HeldOut);
        Print($"{split.Training.Count} training texts, {result.Classifier.Vocabulary.Count} known words");
        Print($"{result.Epochs.Length} epochs in {result.TrainingTime.TotalSeconds:F2} s, {result.WordsPerSecond:N0} words/s");
        if (result.VectorCoverage is { } coverage) Print($"{coverage.CoveredWordCount} of the {coverage.WordCount} training words have a vector");
        Print($"accuracy on {split.HeldOut.Count} held-out texts: {evaluation.Accuracy:P1}\n");
        ShowConfusion(evaluation.Confusion);
        ShowDecisions(result.Classifier, split.HeldOut);
        return new Figures(evaluation.Accuracy, null, result.TrainingTime, result.WordsPerSecond);
    }

    public static Figures? CrossValidate(IReadOnlyList<LabeledText> texts, int folds, TrainingOptions options) => Several(
        $"{texts.Count} texts in {folds} folds", "fold", (display, token) => CrossValidation.Run(texts, folds, options, display, token));

    public static Figures? OverSeeds(TextSplit split, int seeds, TrainingOptions options) => Several(
        $"{split.Training.Count} training texts, {split.HeldOut.Count} test texts, {seeds} seeds",
        "seed",
        (display, token) => CrossValidation.OverSeeds(split, seeds, options, display, token));

    private static Figures? Several(string what, string part, Func<ProgressDisplay, CancellationToken, CrossValidationReport> run)
    {
        using var cancellation = new Interruption();
        using var display = new ProgressDisplay();
        CrossValidationReport report;
        try
        {
            report = run(display, cancellation.Token);
        }
        catch (OperationCanceledException)
        {
            display.Clear();
            Print($"stopped before all {part}s were done");
            return null;
        }

        display.Clear();
        double wordsPerSecond = report.TrainedWordCount / report.TrainingTime.TotalSeconds;
        Print($"{what}; {report.TrainingTime.TotalSeconds:F2} s of training, {wordsPerSecond:N0} words/s");
        IEnumerable<string> accuracies = report.Folds.Select(fold => fold.Evaluation.Accuracy.ToString("P1", CultureInfo.InvariantCulture));
        Print($"accuracy of each {part}: {string.Join(", ", accuracies)}");
        Print($"accuracy: {report.Accuracy:P2}, standard deviation over the {part}s {report.AccuracyStandardDeviation:P2}\n");
        ShowConfusion(report.Confusion);
        return new Figures(report.Accuracy, report.AccuracyStandardDeviation, report.TrainingTime, wordsPerSecond);
    }

    private static void ShowConfusion(ConfusionMatrix? confusion)
    {
        if (confusion?.Labels.Length <= MostLabelsShown) Console.WriteLine($"{confusion}\n");
    }

    /// <summary>The most probable correct and wrong prediction of each label, with the windows that contributed most.</summary>
    private static void ShowDecisions(TextClassifier classifier, IReadOnlyList<LabeledText> texts)
    {
        var decisions = texts.Select(text => (text.Labels, text.Text, Prediction: classifier.Predict(text.Text)))
            .OrderByDescending(one => one.Prediction.Probability).ToList();
        foreach (bool hit in new[] { true, false })
        {
            foreach (string label in classifier.Labels.Take(MostLabelsShown))
            {
                int at = decisions.FindIndex(one =>
                    one.Labels.Contains(label) && (hit ? one.Prediction.Label == label : !one.Labels.Contains(one.Prediction.Label)));
                if (at < 0) continue;
                string text = decisions[at].Text;
                Explanation explanation = classifier.Explain(text);
                Print($"{(hit ? "correctly" : "wrongly")} {explanation.Label} ({explanation.Probability:P1}): {Shortened(text)}");
                foreach (ExplainedWindow window in explanation.Windows.Take(4))
                    Print($"  {window.Contribution,6:+0.00;-0.00} '{Shortened(window.Text)}' (width {window.Width})");
            }
        }
    }

    /// <summary>The beginning of a text, without control characters that a terminal would obey.</summary>
    private static string Shortened(string text)
    {
        string shown = string.Concat(text.Take(160).Select(character => char.IsControl(character) ? ' ' : character));
        return text.Length <= 160 ? shown : shown + " …";
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
