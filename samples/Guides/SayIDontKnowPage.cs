using MaxPoolConvNet;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace Guides;

/// <summary>The code of say-i-dont-know.md.</summary>
internal static class SayIDontKnowPage
{
    public static Task RunAsync()
    {
        (TextSplit split, TextClassifier classifier) = TrainWithAcceptance();
        ErrorThreshold? sure = ChooseTheError(classifier);
        AnswerOrAsk(split, classifier, sure);
        SeeHowItWasKept(split, classifier);
        return Task.CompletedTask;
    }

    private static (TextSplit Split, TextClassifier Classifier) TrainWithAcceptance()
    {
        // begin
        TextSplit split = StratifiedSplit.HoldOut(LabeledTextFile.Read("reviews.csv"), fraction: 0.25, seed: 1);
        TextClassifier classifier = TextClassifier.Train(split.Training, new TrainingOptions { Acceptance = true });

        CalibrationReport calibration = classifier.Calibration!;
        Console.WriteLine($"temperature {calibration.Temperature:F2} from {calibration.TextCount} out-of-fold predictions");
        Console.WriteLine($"calibration error {calibration.CalibrationErrorBefore:F3} before, {calibration.CalibrationErrorAfter:F3} after");
        // end
        return (split, classifier);
    }

    private static ErrorThreshold? ChooseTheError(TextClassifier classifier)
    {
        // begin
        ErrorThreshold? sure = classifier.AcceptAt(0.1);
        Console.WriteLine(sure is null
            ? "no threshold can promise 10 %: train on more texts"
            : $"accepts from a probability of {sure.MinimumProbability:F2}: about {sure.ExpectedCoverage:P0} of the texts");
        // end
        return sure;
    }

    private static void AnswerOrAsk(TextSplit split, TextClassifier classifier, ErrorThreshold? sure)
    {
        // begin
        var answers = new List<(string Text, string Label)>();
        var forAPerson = new PriorityQueue<string, double>();
        foreach (LabeledText review in split.HeldOut)
        {
            Prediction prediction = classifier.Predict(review.Text);
            bool isForeign = prediction.Familiarity < 0.05;
            if (!isForeign && sure?.Accepts(prediction) == true) answers.Add((review.Text, prediction.Label));
            else forAPerson.Enqueue(review.Text, prediction.Probability);
        }

        Console.WriteLine($"{answers.Count} answered, {forAPerson.Count} for a person, the most doubtful first");
        Console.WriteLine($"{classifier.Predict("How do I block a stolen credit card?").Familiarity:F3}");
        // end
    }

    private static void SeeHowItWasKept(TextSplit split, TextClassifier classifier)
    {
        // begin
        EvaluationReport report = classifier.Evaluate(split.HeldOut);
        foreach (PromiseReport promise in report.Promises)
            Console.WriteLine(promise);
        // end
    }
}
